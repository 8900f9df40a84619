// The locked book: asks for the passphrase, opens the key with it, and shows one page after the other from sealed pieces.
// The format stands in lsbook/handover/locked/FORMAT.md. Nothing is kept, and nothing is asked for but the book's own pieces.
(() => {
  'use strict';
  const header = JSON.parse(document.getElementById('header').textContent);
  const words = JSON.parse(document.getElementById('words').textContent);
  const [bytes, text] = [new TextEncoder(), new TextDecoder()];
  const raw = (base64) => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
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
  const piece = (number) => {
    const known = opened.get(number) || unsealed(number);
    opened.delete(number);
    opened.set(number, known);
    known.catch(() => opened.delete(number));
    if (opened.size > KEPT) { opened.delete(opened.keys().next().value); }
    return known;
  };
  const stretch = async (start, size) => {
    const whole = new Uint8Array(size);
    for (let done = 0; done < size;) {
      const [number, within] = [Math.floor((start + done) / PIECE), (start + done) % PIECE];
      const part = (await piece(number)).subarray(within, within + size - done);
      whole.set(part, done);
      done += part.length;
    }
    return whole;
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
  const KINDS = {
    jpg: 'image/jpeg', png: 'image/png', svg: 'image/svg+xml', mp4: 'video/mp4', m4a: 'audio/mp4', mp3: 'audio/mpeg', css: 'text/css',
  };
  const file = async (path) => {
    const [start, size] = book.files[path];
    return stretch(base + start, size);
  };
  let shown = [];
  const address = async (path) => {
    const made = URL.createObjectURL(new Blob([await file(path)], { type: KINDS[path.split('.').pop()] }));
    shown.push(made);
    return made;
  };
  const from = (page, href) => {
    const steps = page.split('/').slice(0, -1);
    for (const step of decodeURIComponent(href).split('/')) {
      if (step === '..') { steps.pop(); } else if (step !== '.') { steps.push(step); }
    }
    return steps.join('/');
  };
  const fail = () => {
    document.open();
    document.write('<!doctype html><title></title><p></p>');
    document.close();
    document.querySelector('p').textContent = words.damaged;
  };
  const show = async (path, fragment, remember) => {
    const page = new DOMParser().parseFromString(text.decode(await file(path)), 'text/html');
    shown.forEach(URL.revokeObjectURL);
    shown = [];
    page.querySelectorAll('meta[http-equiv]').forEach((one) => one.remove());
    const sheets = [...page.querySelectorAll('link[rel=stylesheet]')].map((one) => from(path, one.getAttribute('href')));
    page.querySelectorAll('link').forEach((one) => one.remove());
    for (const sheet of sheets) {
      const link = page.createElement('link');
      Object.assign(link, { rel: 'stylesheet', href: await address('look:' + sheet in book.files ? 'look:' + sheet : sheet) });
      page.head.append(link);
    }
    for (const one of page.querySelectorAll('[src],[poster]')) {
      for (const name of ['src', 'poster']) {
        const there = one.getAttribute(name);
        if (there && !there.startsWith('data:')) {
          one.dataset['sealed' + name] = from(path, there);
          one.removeAttribute(name);
        }
      }
      one.removeAttribute('srcset');
    }
    const place = '#' + (fragment || '');
    if (remember) { history.pushState({ path }, '', place); } else { history.replaceState({ path }, '', place); }
    document.open();
    document.write('<!doctype html>' + page.documentElement.outerHTML);
    document.close();
    const anchor = (fragment || '').split('~')[0];
    const there = anchor && document.getElementById(decodeURIComponent(anchor));
    if (there) { there.scrollIntoView(); } else { scrollTo(0, 0); }
    live(path);
  };
  const live = (path) => {
    const fill = async (one) => {
      for (const name of ['src', 'poster']) {
        const sealed = one.dataset['sealed' + name];
        if (sealed) {
          delete one.dataset['sealed' + name];
          one.setAttribute(name, await address(sealed));
        }
      }
    };
    const near = new IntersectionObserver((seen) => {
      for (const one of seen.filter((each) => each.isIntersecting)) {
        near.unobserve(one.target);
        fill(one.target).catch(fail);
      }
    }, { rootMargin: '800px' });
    document.querySelectorAll('[data-sealedsrc],[data-sealedposter]').forEach((one) => near.observe(one));
    document.addEventListener('click', (event) => {
      const link = event.target.closest('a[href]');
      const [there, fragment] = link ? link.getAttribute('href').split('#') : ['', ''];
      if (!link || !there || /^(blob|data):/.test(there)) { return; }
      event.preventDefault();
      const wanted = from(path, there);
      if (!link.matches('.larger')) { show(wanted, fragment, true).catch(fail); return; }
      event.stopImmediatePropagation();
      address(wanted).then((made) => { link.href = made; link.click(); }).catch(fail);
    }, true);
    addEventListener('popstate', (event) => {
      if (event.state && event.state.path !== path) { show(event.state.path, location.hash.slice(1), false).catch(fail); }
    });
  };

  // --- the door
  const form = document.querySelector('form');
  const [box, line, button] = [form.querySelector('input'), form.querySelector('[role=status]'), form.querySelector('button')];
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    line.textContent = words.opening;
    button.disabled = true;
    try {
      if (!await unlock(box.value)) { line.textContent = words.wrong; box.select(); return; }
      const size = Number(new DataView((await stretch(0, 8)).buffer).getBigUint64(0));
      book = JSON.parse(text.decode(await stretch(8, size)));
      base = 8 + size;
      await show(book.start, location.hash.slice(1), false);
    } catch {
      line.textContent = words.damaged;
    } finally {
      button.disabled = false;
    }
  });
  document.querySelector('#see').addEventListener('change', (event) => { box.type = event.target.checked ? 'text' : 'password'; });
})();
