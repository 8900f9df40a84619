// Every page: preferences that travel in the book's own links, a larger photo, words explained where they stand, and
// reading aloud in a voice that is on the device. Nothing is kept in the browser and nothing is asked for.
(() => {
  'use strict';
  const page = document.documentElement;
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // --- preferences: "#story~s2c1" is the place in the page, then what the reader chose
  const NAMES = { s: 'size', p: 'space', l: 'letters', c: 'colours', m: 'calm' };
  const chosen = {};

  const place = () => {
    const [anchor, marks = ''] = location.hash.slice(1).split('~');
    for (const letter of Object.keys(NAMES)) { delete chosen[letter]; }
    for (const [, letter, digit] of marks.matchAll(/([splcm])([1-3])/g)) { chosen[letter] = digit; }
    return decodeURIComponent(anchor);
  };
  const marks = () => Object.entries(chosen).map(([letter, digit]) => letter + digit).join('');
  const leading = (link) => {
    const address = link.getAttribute('href');
    const [path, rest = ''] = address.split('#');
    const anchor = rest.split('~')[0];
    const carried = marks();
    if (carried || rest.includes('~')) {
      link.setAttribute('href', path + (anchor || carried ? '#' : '') + anchor + (carried ? '~' + carried : ''));
    }
  };
  const dress = () => {
    for (const [letter, name] of Object.entries(NAMES)) {
      if (chosen[letter]) { page.dataset[name] = chosen[letter]; } else { delete page.dataset[name]; }
    }
    all('a[href]:not(.larger)').forEach(leading);
  };
  const go = (anchor) => {
    const there = anchor && document.getElementById(anchor);
    if (there) {
      there.scrollIntoView();
      there.focus({ preventScroll: true });
    }
  };
  const arrive = () => {
    const anchor = place();
    dress();
    if (location.hash.includes('~')) { go(anchor); }
  };
  addEventListener('hashchange', arrive);
  arrive();
  page.lsbook = { dress };

  const ease = find('#ease');
  if (ease && ease.showModal) {
    const button = find('.to-ease');
    button.hidden = false;
    button.addEventListener('click', () => {
      for (const choice of all('input', ease)) { choice.checked = choice.value === (chosen[choice.name] || '0'); }
      ease.showModal();
    });
    ease.addEventListener('change', (event) => {
      const { name, value } = event.target;
      if (value === '0') { delete chosen[name]; } else { chosen[name] = value; }
      const anchor = location.hash.slice(1).split('~')[0];
      const carried = marks();
      history.replaceState(null, '', '#' + anchor + (carried ? '~' + carried : ''));
      dress();
    });
    find('.done', ease).addEventListener('click', () => ease.close());
  }

  // --- a larger photo
  const view = find('#larger');
  if (view && view.showModal) {
    const shut = find('.done', view);
    for (const link of all('a.larger')) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        const small = find('img', link);
        const large = document.createElement('img');
        large.src = link.href;
        large.alt = small.alt;
        const caption = find('.caption', link.closest('figure') || link);
        const words = document.createElement('p');
        words.textContent = caption ? caption.textContent : '';
        view.replaceChildren(large, words, shut);
        view.showModal();
      });
    }
    shut.addEventListener('click', () => view.close());
    view.addEventListener('click', (event) => { if (event.target === view) { view.close(); } });
  }

  // --- words explained where they stand: the first time each comes up
  const main = find('main');
  const meanings = all('.words-here dl > div', main);
  const letter = /[\p{L}\p{N}]/u;
  const texts = () => {
    const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walk.nextNode()) {
      if (!walk.currentNode.parentElement.closest('a,button,dt,dd,h1,h2,h3,h4,.part,.tag,.words-here,.meaning')) {
        found.push(walk.currentNode);
      }
    }
    return found;
  };
  meanings.forEach((row, number) => {
    const word = find('dt', row).textContent.trim();
    for (const text of texts()) {
      const at = text.data.toLowerCase().indexOf(word.toLowerCase());
      if (at < 0 || letter.test(text.data[at - 1] || ' ') || letter.test(text.data[at + word.length] || ' ')) { continue; }
      const rest = text.splitText(at);
      rest.splitText(word.length);
      const button = document.createElement('button');
      const meaning = document.createElement('span');
      Object.assign(button, { type: 'button', className: 'word', textContent: rest.data });
      Object.assign(meaning, { className: 'meaning', id: 'meaning-' + number, hidden: true });
      meaning.textContent = ' (' + find('dd', row).textContent.trim() + ') ';
      button.setAttribute('aria-expanded', 'false');
      button.setAttribute('aria-controls', meaning.id);
      button.addEventListener('click', () => {
        meaning.hidden = !meaning.hidden;
        button.setAttribute('aria-expanded', String(!meaning.hidden));
      });
      rest.replaceWith(button, meaning);
      break;
    }
  });

  // --- reading aloud: only where a voice for this language is on the device itself
  const listen = find('.listen');
  const speech = window.speechSynthesis;
  if (listen && speech) {
    const button = find('button', listen);
    const [start, stop] = [find('.start', button), find('.stop', button)];
    const tongue = (element) => (element.closest('[lang]') || page).lang.toLowerCase().split('-')[0];
    const voice = (language) => speech.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(language));
    let line = [];
    const tell = (on) => { start.hidden = on; stop.hidden = !on; };
    const quiet = () => {
      line = [];
      speech.cancel();
      all('.spoken').forEach((one) => one.classList.remove('spoken'));
      tell(false);
    };
    const next = () => {
      all('.spoken').forEach((one) => one.classList.remove('spoken'));
      const block = line.shift();
      if (!block) { return tell(false); }
      const said = new SpeechSynthesisUtterance(block.innerText);
      said.voice = voice(tongue(block));
      if (!said.voice) { return next(); }
      said.lang = said.voice.lang;
      said.rate = 0.9;
      said.onend = () => { if (!stop.hidden) { next(); } };
      block.classList.add('spoken');
      block.scrollIntoView({ block: 'nearest' });
      return speech.speak(said);
    };
    button.addEventListener('click', () => {
      if (!stop.hidden) { return quiet(); }
      const blocks = 'h1,h2,h3,h4,p,li,dt,dd,blockquote,figcaption,pre';
      line = all(blocks, main).filter((one) => !find(blocks, one) && !one.closest('.listen,[hidden],.part') && one.innerText.trim());
      tell(true);
      return next();
    });
    const offer = () => { listen.hidden = !voice(page.lang.toLowerCase().split('-')[0]); };
    speech.addEventListener('voiceschanged', offer);
    addEventListener('pagehide', quiet);
    offer();
  }
})();
