// My pages: what the young person writes stands on this page until it is saved into a file. The browser keeps nothing.
(() => {
  'use strict';
  const paper = document.querySelector('.by-hand');
  const form = document.querySelector('.write');
  if (!form) { return; }
  const kept = document.querySelector('.kept');
  const list = kept.querySelector('ol');
  const line = document.querySelector('.saved-line');
  const part = (name) => form.elements[name];
  const book = form.dataset;
  let entries = [];
  let unsaved = false;

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, '0')).join('-');
  };
  const words = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text });
  const label = (kind) => form.querySelector(`input[name=kind][value=${kind}]`).parentElement.textContent.trim();
  const show = () => {
    list.replaceChildren(...entries.map((entry, number) => {
      const item = document.createElement('li');
      const away = words('button', 'button', book.away);
      away.type = 'button';
      away.addEventListener('click', () => {
        entries.splice(number, 1);
        unsaved = true;
        show();
        form.querySelector('textarea').focus();
      });
      item.append(words('p', 'tag', label(entry.kind) + (entry.mine ? ' · ' + book.mine : '')));
      if (entry.about) { item.append(words('p', 'about-what', entry.about)); }
      item.append(words('p', 'wrote', entry.words), away);
      return item;
    }));
    kept.hidden = !entries.length;
    for (const button of kept.querySelectorAll('[data-file]')) {
      button.hidden = !entries.some((entry) => entry.mine === (button.dataset.mine === 'yes'));
    }
  };

  const turn = () => {
    const kind = part('kind').value;
    const page = form.querySelector('.which-page');
    if (page) { page.hidden = kind === 'answer'; }
    form.querySelector('.which-question').hidden = kind !== 'answer';
  };
  form.addEventListener('change', turn);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = part('words').value.trim();
    line.textContent = text ? '' : book.empty;
    if (!text) { return part('words').focus(); }
    const kind = part('kind').value;
    const about = kind === 'answer' ? part('question').value : part('page')?.value ?? '';
    entries.push({ kind, about, words: text, on: today(), mine: part('mine').checked });
    unsaved = true;
    part('words').value = '';
    part('mine').checked = false;
    line.textContent = book.kept;
    return show();
  });

  const save = (mine, name) => {
    const chosen = entries.filter((entry) => entry.mine === mine);
    const pages = {
      lsbook: 'my pages', version: 1, name: book.name, edition: book.edition, 'book-made': book.made, saved: today(),
      'only-for-me': mine, entries: chosen.map(({ kind, about, words: text, on }) => ({ kind, about, words: text, on })),
    };
    const file = new Blob([JSON.stringify(pages, null, 2) + '\n'], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    line.textContent = book.saved;
    const other = entries.filter((entry) => entry.mine !== mine);
    unsaved = unsaved && other.length > 0;
  };
  for (const button of kept.querySelectorAll('[data-file]')) {
    button.addEventListener('click', () => save(button.dataset.mine === 'yes', button.dataset.file));
  }
  form.querySelector('input[type=file]').addEventListener('change', (event) => {
    for (const file of event.target.files) {
      file.text().then((text) => {
        const pages = JSON.parse(text);
        if (pages.lsbook !== 'my pages' || !Array.isArray(pages.entries)) { throw new Error(); }
        const kinds = [...form.querySelectorAll('input[name=kind]')].map((one) => one.value);
        for (const entry of pages.entries) {
          const kind = kinds.includes(entry.kind) ? entry.kind : 'add';
          const [about, said, on] = [entry.about, entry.words, entry.on].map((one) => String(one || ''));
          entries.push({ kind, about, words: said, on, mine: pages['only-for-me'] === true });
        }
        line.textContent = book.opened;
        show();
      }).catch(() => { line.textContent = book.other; });
    }
    event.target.value = '';
  });
  addEventListener('beforeunload', (event) => { if (unsaved || part('words').value.trim()) { event.preventDefault(); } });

  paper.classList.add('paper');
  form.hidden = false;
  turn();
})();
