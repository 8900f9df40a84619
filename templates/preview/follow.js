// Every page of a preview: look for something new, go back to where the reader was, and show what is in the way.
(() => {
  'use strict';
  const { preview, page } = document.currentScript.dataset;
  const EACH = 150;
  const RARELY = 2000;
  const blocks = () => [...document.querySelectorAll('main :is(h1,h2,h3,h4,p,li,dt,dd,figure,blockquote)')];
  const words = (element) => element.textContent.trim().slice(0, 80);
  const nth = (list, is, number) => list.filter(is)[number];

  // --- where the reader is: what stands at the top of the window, and what is open
  const open = () => {
    const found = [];
    const each = (selector, isOpen, name) => {
      const seen = new Map();
      for (const element of document.querySelectorAll(selector)) {
        const key = name(element);
        const number = seen.get(key) || 0;
        seen.set(key, number + 1);
        if (isOpen(element)) { found.push([selector, key, number]); }
      }
    };
    each('details', (one) => one.open, openName.details);
    each('button[aria-expanded]', (one) => one.getAttribute('aria-expanded') === 'true', words);
    const large = document.querySelector('dialog#larger[open] img');
    if (large) { each('a.larger', (one) => one.href === large.src, openName['a.larger']); }
    if (document.querySelector('dialog#ease[open]')) { found.push(['button.to-ease', null, 0]); }
    return found;
  };
  const openName = {
    details: (one) => words(one.querySelector('summary') || one),
    'a.larger': (one) => one.getAttribute('href'),
  };
  const place = () => {
    const all = blocks();
    const at = all.findIndex((one) => one.getBoundingClientRect().bottom > 0);
    const top = at < 0 ? null : all[at];
    const number = top ? all.slice(0, at).filter((one) => words(one) === words(top)).length : 0;
    return {
      x: scrollX, y: scrollY, open: open(),
      top: top && scrollY > 0 && { words: words(top), number, y: top.getBoundingClientRect().top },
    };
  };
  const restoreOpen = (parts) => {
    for (const [selector, key, number] of parts) {
      const name = openName[selector] || words;
      const part = nth([...document.querySelectorAll(selector)], (one) => key === null || name(one) === key, number);
      if (part && selector === 'details') { part.open = true; } else if (part) { part.click(); }
    }
  };
  const restoreScroll = ({ x, y, top }) => {
    const block = top && nth(blocks(), (one) => words(one) === top.words, top.number);
    scrollTo({ left: x, top: block ? scrollY + block.getBoundingClientRect().top - top.y : y, behavior: 'instant' });
  };
  const was = history.state && history.state.lsbookPreview;
  let back = was; // until the reader is there again: a reload before that is to go where this one was going
  if (was) {
    history.replaceState(null, '');
    restoreOpen(was.open);
    restoreScroll(was);
    for (const kind of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
      addEventListener(kind, () => { back = null; }, { once: true, passive: true });
    }
    // the browser goes to where it was, too, by the height alone and after the page is there: this comes last
    addEventListener('load', () => requestAnimationFrame(() => { if (back) { restoreScroll(back); } back = null; }));
  }
  const reload = () => {
    history.replaceState({ lsbookPreview: back || place() }, '');
    location.reload();
  };

  // --- what is said beside the page; it stands in a tree of its own, so that the book's styles are not touched
  const STYLE = `
    :host { all: initial; position: fixed; z-index: 2147483647; right: 12px; bottom: 12px; left: 12px;
      display: flex; flex-flow: row wrap-reverse; gap: 8px; align-items: flex-end; justify-content: flex-end;
      pointer-events: none }
    [hidden] { display: none }
    details { pointer-events: auto; box-sizing: border-box; max-width: 46rem; max-height: 60vh; overflow: auto;
      font: 15px/1.45 system-ui, sans-serif; color: #1c1c1c; background: #fff; border: 1px solid #6b6b6b;
      border-radius: 8px; padding: 8px 14px; box-shadow: 0 2px 14px rgb(0 0 0 / 25%) }
    details.wrong { border: 2px solid #a3201d; width: 100% }
    details.found { max-width: 26rem }
    summary { cursor: pointer; font-weight: 600 }
    ol, ul { margin: 8px 0; padding-left: 1.4em }
    li { margin: 6px 0; overflow-wrap: anywhere }
    p { margin: 2px 0 }
    code { display: block; font: 13px/1.4 ui-monospace, monospace; background: #f2f2f2; padding: 2px 6px;
      white-space: pre-wrap }
    b { color: #a3201d }
    a { color: #123f73 }
    @media print { :host { display: none } }`;
  const host = document.createElement('aside');
  host.setAttribute('aria-label', 'Preview');
  const tree = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  tree.adoptedStyleSheets = [sheet];
  const element = (name, text, ...inside) => {
    const made = document.createElement(name);
    if (text) { made.textContent = text; }
    made.append(...inside);
    return made;
  };
  const put = (boxes, isWrong) => {
    tree.replaceChildren(...boxes);
    if (!host.isConnected) { document.body.append(host); }
    host.setAttribute('role', isWrong ? 'alert' : 'status');
  };
  const fold = (title, list, name) => {
    const details = element('details', '', element('summary', title), list);
    details.className = name;
    return details;
  };
  const box = (title, list, isWrong) => {
    const details = fold(title, list, isWrong ? 'wrong' : '');
    details.open = isWrong;
    put([details], isWrong);
  };
  const showProblems = (problems) => box(
    problems.length === 1 ? 'The book is not made: 1 problem' : `The book is not made: ${problems.length} problems`,
    element('ol', '', ...problems.map(({ at, source, what, remedy }) => element('li', '',
      element('b', at), ...(source ? [element('code', source)] : []), element('p', what), element('p', remedy)))),
    true);
  const showChanged = (changed, more) => {
    const rows = changed.map(({ href, title }) => {
      const link = element('a', title);
      link.href = preview + href;
      return element('li', '', link);
    });
    if (more) { rows.push(element('li', `and ${more} more`)); }
    const count = changed.length + more;
    return fold(count === 1 ? '1 page changed' : `${count} pages changed`, element('ul', '', ...rows), '');
  };
  // --- what a second reader would say: of the sentences that stand on this page here, and how many of others
  const plain = (text) => text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/\s+/g, ' ').trim();
  let isOpen = false;
  const listFindings = (findings) => {
    const main = (document.querySelector('main') || document.body).cloneNode(true);
    for (const part of main.querySelectorAll('nav, script')) { part.remove(); }
    const text = plain(main.textContent);
    const here = findings.filter(({ words }) => words && text.includes(plain(words)));
    const others = findings.length - here.length;
    const rows = here.map(({ at, rule, words, why, remedy }) => element('li', '',
      element('q', words), element('p', why), element('p', remedy), element('small', `${rule}, ${at}`)));
    if (others) { rows.push(element('li', `${others} more elsewhere: lsbook check`)); }
    if (!here.length) { return []; }
    const count = here.length === 1 ? '1 finding on this page' : `${here.length} findings on this page`;
    const details = fold(count, element('ul', '', ...rows), 'found');
    details.open = isOpen;
    details.addEventListener('toggle', () => { isOpen = details.open; });
    return [details];
  };
  const show = ({ problems, changed, more, findings }) => {
    if (problems.length) { showProblems(problems); return; }
    const boxes = [];
    if (changed.length) { boxes.push(showChanged(changed, more)); }
    boxes.push(...listFindings(findings));
    if (boxes.length) { put(boxes, false); } else { host.remove(); }
  };

  // --- what is new
  let first = true;
  let number = -1;
  let own = 0;
  let everything = 0;
  let failures = 0;
  const react = (state) => {
    if (state.number === number) { return; }
    number = state.number;
    const changed = state.changes[page] || 0;
    const isNew = first ? Math.max(changed, state.everything) > performance.timeOrigin
      : changed !== own || state.everything !== everything;
    [first, own, everything] = [false, changed, state.everything];
    if (state.book && (!page || state.gone.includes(page))) { location.replace(preview + state.book); return; }
    if (isNew) { reload(); return; }
    show(state);
  };
  window.lsbookPreview = (state) => { failures = 0; react(state); };
  const look = () => {
    const script = document.createElement('script');
    const done = (wait) => { script.remove(); setTimeout(look, wait); };
    script.addEventListener('load', () => done(EACH));
    script.addEventListener('error', () => {
      failures += 1;
      if (failures === 5) {
        number = -1;
        box('The preview has ended. This page stays as it was.', '', false);
      }
      done(failures < 5 ? EACH : RARELY);
    });
    script.src = `${preview}state.txt?${Date.now()}`;
    document.head.append(script);
  };
  look();
})();
