// The locked book: asks for the passphrase, opens the key with it, and shows one page after the other from sealed pieces.
// The format stands in lsbook/exports/locked/FORMAT.md. Nothing is kept, and nothing is asked for but the book's own pieces.
(() => {
  'use strict';
  const header = JSON.parse(document.getElementById('header').textContent);
  const words = JSON.parse(document.getElementById('words').textContent);
  const bytes = new TextEncoder();
  const raw = (base64) => {
    if (Uint8Array.fromBase64) { return Uint8Array.fromBase64(base64); }
    const letters = atob(base64);
    const made = new Uint8Array(letters.length);
    for (let at = 0; at < made.length; at += 1) { made[at] = letters.charCodeAt(at); }
    return made;
  };
  const PIECE = 4 * 1024 * 1024;
  const KEPT = 6;

  // --- pieces: data files that call piece(name, text)
  const asked = new Map();
  window.piece = (name, base64) => asked.get(name)?.(base64);
  const fetched = (name) => new Promise((done, failed) => {
    const script = document.createElement('script');
    const end = (action) => (value) => { asked.delete(name); script.remove(); action(value); };
    asked.set(name, end(done));
    script.onerror = end(() => failed(new Error('missing')));
    script.onload = () => setTimeout(() => asked.get(name) && end(() => failed(new Error('missing')))(), 0);
    script.src = 'data/' + name + '.dat';
    document.head.append(script);
  });
  let key;
  const opened = new Map();
  const unsealed = async (number) => {
    const name = header.pieces[number];
    const sealed = raw(await fetched(name));
    const additionalData = bytes.encode(`lsbook-locked-1 piece ${header.book} ${name} ${number} ${header.pieces.length}`);
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: sealed.subarray(0, 12), additionalData }, key, sealed.subarray(12));
    return new Uint8Array(plain);
  };
  const spoilt = new Set();  // not read again until the page is turned
  const piece = (number) => {
    if (spoilt.has(number)) { return Promise.reject(new Error('damaged')); }
    const known = opened.get(number) || unsealed(number);
    opened.delete(number);
    opened.set(number, known);
    known.catch(() => { opened.delete(number); spoilt.add(number); });
    if (opened.size > KEPT) { opened.delete(opened.keys().next().value); }
    return known;
  };
  // A blob of blobs: the browser takes each part out of the page's own memory as soon as it is there.
  const stretch = async (start, size, wanted = () => true) => {
    const parts = [];
    for (let done = 0; done < size;) {
      if (!wanted()) { throw new Error('left'); }
      const [number, within] = [Math.floor((start + done) / PIECE), (start + done) % PIECE];
      const part = (await piece(number)).subarray(within, within + size - done);
      done += part.length;
      if (done < size) { piece(number + 1).catch(() => {}); }
      parts.push(new Blob([part]));
      await new Promise((next) => { setTimeout(next, 0); });  // room for the browser to clear up in
    }
    return new Blob(parts);
  };

  // --- the key: the passphrase, or the recovery code
  const forms = (said) => {
    const plain = said.normalize('NFKC').toLowerCase().trim().split(/\s+/).join(' ');
    const code = plain.replace(/[^0-9a-z]/g, '').replace(/[il]/g, '1').replace(/o/g, '0');
    return /^[0-9a-hjkmnp-tv-z]{24}$/.test(code) ? [plain, code] : [plain];
  };
  const unlock = async (said) => {
    for (const form of forms(said)) {
      const typed = await crypto.subtle.importKey('raw', bytes.encode(form), 'PBKDF2', false, ['deriveKey']);
      for (const slot of header.slots) {
        const stretched = await crypto.subtle.deriveKey(
          { name: 'PBKDF2', hash: 'SHA-256', salt: raw(slot.salt), iterations: header.rounds },
          typed, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
        const additionalData = bytes.encode(`lsbook-locked-1 key ${header.book}`);
        try {
          const plain = await crypto.subtle.decrypt(
            { name: 'AES-GCM', iv: raw(slot.nonce), additionalData }, stretched, raw(slot.key));
          key = await crypto.subtle.importKey('raw', plain, 'AES-GCM', false, ['decrypt']);
          return true;
        } catch { /* another slot, or other words */ }
      }
    }
    return false;
  };

  // --- the book
  let book;
  let base;
  let now;
  let turning = 0;
  let leaving = false;
  let shown = [];
  const sheets = new Map();
  const KINDS = {
    jpg: 'image/jpeg', png: 'image/png', svg: 'image/svg+xml', mp4: 'video/mp4', m4a: 'audio/mp4', mp3: 'audio/mpeg', css: 'text/css',
  };
  const file = async (path, wanted) => {
    const [start, size] = book.files[path];
    return stretch(base + start, size, wanted);
  };
  const address = async (path, wanted) => {
    const content = await file(path, wanted);
    return URL.createObjectURL(content.slice(0, content.size, KINDS[path.split('.').pop()]));
  };
  const sheet = async (path) => {
    if (!sheets.has(path)) { sheets.set(path, await address('look:' + path in book.files ? 'look:' + path : path)); }
    return sheets.get(path);
  };
  const from = (page, href) => {
    const steps = page.split('/').slice(0, -1);
    for (const step of decodeURIComponent(href).split('/')) {
      if (step === '..') { steps.pop(); } else if (step !== '.') { steps.push(step); }
    }
    return steps.join('/');
  };

  // What is damaged takes nothing away that can be read: a line says so where it was met.
  const sorry = () => {
    const line = Object.assign(document.createElement('p'), { textContent: words.damaged, tabIndex: -1 });
    line.setAttribute('role', 'alert');
    Object.assign(line.style, {
      margin: '1rem 0', padding: '.6em .8em', background: '#fff', color: '#1d2b2a', border: '2px solid #7a1720', fontWeight: '700',
    });
    return line;
  };
  const fail = () => {
    const before = document.querySelector('[role=alert]');
    const line = before || sorry();
    if (!before) { (document.querySelector('main') || document.body).prepend(line); }
    line.scrollIntoView({ block: 'center' });
    line.focus();
    leaving = false;
    watch();
  };

  // The browser remembers numbers, not names. What the pages say of their own place keeps the number.
  const [push, put] = [history.pushState.bind(history), history.replaceState.bind(history)];
  const number = () => (book ? { page: Object.keys(book.files).indexOf(now) } : null);
  history.replaceState = (state, title, to) => put(number(), title, to);
  const may = () => dispatchEvent(new Event('beforeunload', { cancelable: true })) || confirm(words.unsaved);

  const forget = () => {
    [key, book] = [undefined, undefined];
    opened.clear();
    put(null, '', '#' + (location.hash.split('~')[1] ? '~' + location.hash.split('~')[1] : ''));
  };
  const sealed = (page, path) => {
    for (const one of page.querySelectorAll('[src],[poster]')) {
      for (const name of ['src', 'srcset', 'poster']) {
        const there = one.getAttribute(name);
        if (there && !there.startsWith('data:')) {
          const each = there.split(', ').map((part) => part.split(' ')).map(([to, wide]) => [from(path, to), parseInt(wide, 10) || 0]);
          one.dataset['sealed' + name] = JSON.stringify(each);
          one.removeAttribute(name);
        }
      }
    }
  };
  const show = async (path, fragment, remember, height) => {
    turning += 1;
    const turn = turning;
    leaving = true;
    spoilt.clear();
    const page = new DOMParser().parseFromString(await (await file(path)).text(), 'text/html');
    const looks = [...page.querySelectorAll('link[rel=stylesheet]')].map((one) => from(path, one.getAttribute('href')));
    page.querySelectorAll('meta[http-equiv],link').forEach((one) => one.remove());
    for (const look of looks) {
      page.head.append(Object.assign(page.createElement('link'), { rel: 'stylesheet', href: await sheet(look) }));
    }
    self.lsbookPlaces = [];  // what the page to find things on has in files beside it
    for (const one of page.querySelectorAll('script[src]')) {
      const text = await (await file(from(path, one.getAttribute('src')))).text();
      self.lsbookPlaces.push(JSON.parse(text.slice(text.indexOf('push(') + 5, text.lastIndexOf(')'))));
      one.remove();
    }
    await Promise.allSettled(opened.values());  // what is on its way would be lost with the page that asked for it
    if (turn !== turning) { return; }
    sealed(page, path);
    if (remember) { put({ ...number(), height: scrollY }, ''); }
    now = path;
    (remember ? push : put)(number(), '', '#' + (fragment || ''));
    document.open();
    document.write('<!doctype html>' + page.documentElement.outerHTML);
    document.close();
    shown.splice(0).forEach((one) => URL.revokeObjectURL(one));
    const anchor = (fragment || '').split('~')[0];
    const there = anchor && document.getElementById(decodeURIComponent(anchor));
    if (there && !height) { there.scrollIntoView(); } else { scrollTo(0, height || 0); }
    leaving = false;
    live(path);
    if (document.querySelector('main.closed')) { forget(); }
  };
  const wide = (one, each) => {
    const needed = (one.clientWidth || Infinity) * devicePixelRatio;
    const sorted = [...each].sort((first, second) => first[1] - second[1]);
    return (sorted.find(([, width]) => width >= needed) || sorted[sorted.length - 1])[0];
  };
  // Pictures are opened one after the other, and let go again when they are far away: a book may have hundreds.
  const EMPTY = (width, height) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'/>`;
  const near = new Set();
  const fill = async (one) => {
    const wanted = () => one.isConnected && !leaving && near.has(one);
    if (!wanted() || one.dataset.shown) { return; }
    const { sealedsrc, sealedsrcset, sealedposter } = one.dataset;
    for (const [name, each] of [['poster', sealedposter], ['src', sealedsrcset || sealedsrc]].filter(([, told]) => told)) {
      const made = await address(wide(one, JSON.parse(each)), wanted);
      shown.push(made);
      one.dataset.shown = 'yes';
      one.loading = 'eager';
      one.setAttribute(name, made);
    }
  };
  const empty = (one) => {
    if (one.localName !== 'img') { return; }
    if (one.dataset.shown) { URL.revokeObjectURL(one.src); }
    delete one.dataset.shown;
    one.src = EMPTY(one.getAttribute('width') || 1, one.getAttribute('height') || 1);
  };
  const far = (one) => {
    near.delete(one);
    if (one.dataset.shown) { empty(one); }
  };
  let queue = Promise.resolve();
  const filled = (one) => {
    near.add(one);
    const before = one.localName === 'img' ? queue : Promise.resolve();  // a film keeps no picture waiting
    const after = before.then(() => fill(one)).catch(() => {
      if (!one.isConnected || leaving || !near.has(one) || one.matches('.on-paper') || one.dataset.spoilt) { return; }
      one.dataset.spoilt = 'yes';
      one.removeAttribute('src');  // what it shows is told in words
      (one.closest('a') || one).after(sorry());
    });
    if (one.localName === 'img') { queue = after; }
  };
  const waiting = () => [...document.querySelectorAll('[data-sealedsrc],[data-sealedposter]')];
  const watch = () => {
    const looking = new IntersectionObserver((seen) => {
      for (const { isIntersecting, target } of seen) {
        if (isIntersecting) { filled(target); } else { far(target); }
      }
    }, { rootMargin: '800px' });
    waiting().forEach((one) => looking.observe(one));
  };
  const back = (event) => {
    if (!book) { location.reload(); return; }
    const path = event.state && Object.keys(book.files)[event.state.page];
    if (!path) { put(number(), ''); return; }
    if (path === now) { return; }
    if (!may()) { push(number(), ''); return; }
    show(path, location.hash.slice(1), false, event.state.height).catch(fail);
  };
  const follow = (event) => {
    const link = event.target.closest('a[href]');
    const [there, fragment] = link ? link.getAttribute('href').split('#') : ['', ''];
    if (!link || !there || /^(blob|data):/.test(there)) { return; }
    event.preventDefault();
    if (event.type === 'auxclick') { return; }
    if (!book) { location.reload(); return; }
    const wanted = from(now, there);
    if (!link.matches('.larger')) {
      if (may()) { show(wanted, fragment, true).catch(fail); }
      return;
    }
    event.stopImmediatePropagation();
    address(wanted).then((made) => { shown.push(made); link.href = made; link.click(); }).catch(fail);
  };
  const live = (path) => {
    document.addEventListener('click', follow, true);
    document.addEventListener('auxclick', follow, true);
    addEventListener('popstate', back);
    near.clear();
    waiting().forEach(empty);
    if (path.endsWith('/print.html')) { waiting().forEach(filled); } else { watch(); }
  };

  // --- the door
  const form = document.querySelector('form');
  const [box, line, button] = [form.querySelector('input'), form.querySelector('[role=status]'), form.querySelector('button')];
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    line.textContent = words.opening;
    button.disabled = true;
    spoilt.clear();
    try {
      if (!await unlock(box.value)) { line.textContent = words.wrong; box.select(); return; }
      const size = Number(new DataView(await (await stretch(0, 8)).arrayBuffer()).getBigUint64(0));
      book = JSON.parse(await (await stretch(8, size)).text());
      base = 8 + size;
      const before = history.state && Object.keys(book.files)[history.state.page];
      await show(before || book.start, location.hash.slice(1), false);
    } catch {
      line.textContent = words.damaged;
    } finally {
      button.disabled = false;
    }
  });
  document.querySelector('#see').addEventListener('change', (event) => { box.type = event.target.checked ? 'text' : 'password'; });
})();
