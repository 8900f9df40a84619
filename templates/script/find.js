// The page to find things on: looks through what this book says, which stands in the page itself.
(() => {
  'use strict';
  const form = document.querySelector('.seek');
  const box = form.querySelector('input');
  const told = form.querySelector('.found-line');
  const list = document.querySelector('.found');
  const everything = document.querySelector('.everything');
  const plain = (words) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const places = JSON.parse(document.querySelector('#places').textContent).map((one) => ({
    ...one, title: plain(one.name), words: plain(one.text),
  }));
  const alike = told.dataset.alike.split(';').map((group) => plain(group).split(',').map((word) => word.trim()));
  const starts = (words, term) => {
    let at = -1;
    do { at = words.indexOf(term, at + 1); } while (at > 0 && /[\p{L}\p{N}]/u.test(words[at - 1]));
    return at;
  };

  // other words for the same person: whoever looks for grandpa finds a grandad
  const others = (term) => alike.filter((group) => term.length > 2 && group.includes(term)).flat();
  const worth = (place, term) => (starts(place.title, term) >= 0 ? 10 : starts(place.words, term) >= 0 ? 1 : 0);
  const weigh = (place, terms) => {
    let weight = 0;
    for (const term of terms) {
      const best = Math.max(worth(place, term), ...others(term).map((other) => worth(place, other) / 2));
      if (!best) { return 0; }
      weight += best;
    }
    return weight;
  };
  const marked = (text, term) => {
    const line = document.createElement('p');
    const at = starts(plain(text), term);
    if (at < 0 || plain(text).length !== text.length) {
      line.textContent = text.slice(0, 120) + (text.length > 120 ? ' …' : '');
      return line;
    }
    const from = at < 50 ? 0 : text.indexOf(' ', at - 50) + 1;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(at, at + term.length);
    const rest = text.slice(at + term.length, at + 110);
    line.append((from ? '… ' : '') + text.slice(from, at), mark, rest + (text.length > at + 110 ? ' …' : ''));
    return line;
  };
  const entry = (place, term) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = place.to;
    link.textContent = place.name;
    item.append(link);
    if (place.on) { item.append(Object.assign(document.createElement('span'), { className: 'on', textContent: place.on })); }
    if (place.text) { item.append(marked(place.text, term)); }
    return item;
  };

  const seek = () => {
    const terms = plain(box.value).match(/[\p{L}\p{N}]+/gu) || [];
    const found = terms.length ? places.map((place) => [weigh(place, terms), place]).filter(([weight]) => weight) : [];
    found.sort(([one], [other]) => other - one);
    list.replaceChildren(...found.slice(0, 40).map(([, place]) => entry(place, terms[0])));
    everything.hidden = found.length > 0;
    told.textContent = !terms.length ? '' : found.length ? told.dataset.some : told.dataset.none;
    document.documentElement.lsbook.dress();
  };
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  box.addEventListener('input', seek);
})();
