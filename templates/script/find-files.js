// The page to find things on in a long book: what it says stands in files beside the page, and each key looks through
// all of it. So the words are made ready once: a space before each, and no mark or capital, so that one search by the
// browser itself tells where a word begins.
(() => {
  'use strict';
  const [FIRST, MOST] = [8, 40];
  let later = 0;
  const form = document.querySelector('.seek');
  const box = form.querySelector('input');
  const line = form.querySelector('.found-line');
  const list = document.querySelector('.found');
  const everything = document.querySelector('.everything');
  const plain = (words) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const ready = (words) => ' ' + plain(words).replace(/[^\p{L}\p{N}]+/gu, ' ');
  const places = [].concat(...(self.lsbookPlaces || [])).map(([to, name, on, text]) => ({
    to, name, on, text, title: ready(name), words: ready(text),
  }));

  const weigh = (place, terms) => {
    let weight = 0;
    for (const term of terms) {
      if (place.title.includes(term)) { weight += 10; } else if (place.words.includes(term)) { weight += 1; } else { return 0; }
    }
    return weight;
  };
  const begins = (words, term) => {
    let at = words.indexOf(term);
    while (at > 0 && /[\p{L}\p{N}]/u.test(words[at - 1])) { at = words.indexOf(term, at + 1); }
    return at;
  };
  const passage = (text, term) => {
    const paragraph = document.createElement('p');
    const words = plain(text);
    const at = words.length === text.length ? begins(words, term) : -1;
    if (at < 0) {
      paragraph.textContent = text.slice(0, 120) + (text.length > 120 ? ' …' : '');
      return paragraph;
    }
    const from = at < 50 ? 0 : text.indexOf(' ', at - 50) + 1;
    const end = at + 110;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(at, at + term.length);
    paragraph.append((from ? '… ' : '') + text.slice(from, at), mark, text.slice(at + term.length, end) + (text.length > end ? ' …' : ''));
    return paragraph;
  };
  const entry = (place, term) => {
    const item = document.createElement('li');
    const link = Object.assign(document.createElement('a'), { href: place.to, textContent: place.name });
    item.append(link);
    if (place.on) { item.append(Object.assign(document.createElement('span'), { className: 'on', textContent: place.on })); }
    if (place.text) { item.append(passage(place.text, term)); }
    return item;
  };

  const seek = () => {
    const terms = plain(box.value).match(/[\p{L}\p{N}]+/gu) || [];
    const spaced = terms.map((term) => ' ' + term);
    const weighed = spaced.length ? places.map((place) => [weigh(place, spaced), place]).filter(([weight]) => weight) : [];
    weighed.sort(([weight], [other]) => other - weight);
    const show = (from, end) => {
      list.append(...weighed.slice(from, end).map(([, place]) => entry(place, terms[0])));
      document.documentElement.lsbook.dress();
    };
    list.replaceChildren();
    show(0, FIRST);
    clearTimeout(later);
    later = setTimeout(show, 150, FIRST, MOST);  // the rest when the reader has stopped typing
    everything.hidden = weighed.length > 0;
    line.textContent = !terms.length ? '' : weighed.length ? line.dataset.some : line.dataset.none;
  };
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  box.addEventListener('input', seek);
})();
