// The page to find things on in a long book: puts what the files beside it hold where find.js looks for it.
(() => {
  'use strict';
  const rows = [].concat(...(self.lsbookPlaces || []));
  const places = rows.map(([to, name, on, text]) => ({ to, name, on, text }));
  document.querySelector('#places').textContent = JSON.stringify(places);
})();
