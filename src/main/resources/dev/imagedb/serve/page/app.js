import * as api from './api.js';
import {Details} from './details.js';
import {Filters} from './filters.js';
import {Grid} from './grid.js';
import {Query} from './query.js';
import * as words from './words.js';

const $ = (selector) => document.querySelector(selector);
const LARGEST = 64 * 1024 * 1024;

/** What pictures that were sent look like; they are not in the database. */
const sent = new Map();

let query = Query.ofAddressBar();
let shown;

const grid = new Grid({found, failed, opened: (id) => go(query.with('photo', id))});
const filters = new Filters({changed: go});
const details = new Details({
  closed: leaveDetails,
  turned: (way) => turn(way),
  like: (id) => go(query.likeness('like', id)),
  asked: (parameter, value) => go(new Query('').with(parameter, value)),
});

/** Goes to another query, so that Back leads here again. */
function go(next, {replacing = false} = {}) {
  if (next.toString() === query.toString()) {
    return;
  }
  replacing
    ? history.replaceState(history.state, '', next.address)
    : history.pushState({inside: true}, '', next.address);
  show(next);
}

/** Shows what the address says: the list only where another one is asked for. */
function show(next) {
  const photo = next.get('photo');
  const last = query.get('photo');
  query = next;
  if (shown !== query.list.toString()) {
    shown = query.list.toString();
    $('#problem').replaceChildren();
    draw();
    grid.show(query.list);
    filters.show(query.list);
  }
  if (photo) {
    details.show(photo, grid.neighbours(photo));
  } else {
    details.close();
    if (last) {
      grid.focus(last);
    }
  }
}

function draw() {
  $('#words').value = query.words;
  $('#within').value = query.within;
  $('#relevant').checked = query.has('relevant');
  $('#relevant-label').hidden = !query.asksForLikeness;
  $('#sort').value = query.get('sort') + (query.has('reverse') ? ' reverse' : '');
  $('#sort').options[0].hidden = !query.isRanked;
  if (!query.isRanked && !query.has('sort')) {
    $('#sort').value = 'taken';
  }
  document.title = query.words ? `${query.words} – imagedb` : 'imagedb';
  $('#chips').replaceChildren(...query.list.entries().filter(isChip).map(chip));
}

const CHIPS = {
  on: (value) => `taken ${value}`,
  after: (value) => `from ${value}`,
  before: (value) => `before ${value}`,
  near: (value) => `near ${value}`,
  box: (value) => `in ${value}`,
  camera: (value) => value,
  lens: (value) => value,
  ext: (value) => value,
  under: (value) => words.name(value),
  rating: (value) => `${words.stars(+value)} and more`,
  where: (value) => value.match(/^\w+:"(.*)"$/)?.[1] ?? value,
  landscape: () => 'landscape',
  portrait: () => 'portrait',
  square: () => 'square',
  'min-width': (value) => `${value} pixels wide or more`,
  'min-height': (value) => `${value} pixels high or more`,
  'min-score': (value) => `score ${value} or more`,
  'not-prompt': (value) => `not: ${value}`,
  like: () => 'like this one',
  picture: () => 'like the picture that you sent',
};

const isChip = ([name]) => name in CHIPS;

function chip([name, value]) {
  const text = CHIPS[name](value);
  const remove = words.element('button', {type: 'button', title: 'Leave this out'},
    likeness(name, value),
    words.element('span', {}, text),
    words.element('span', {className: 'cross', ariaHidden: 'true'}, '×'),
    words.element('span', {className: 'unseen'}, '(leave out)'));
  remove.addEventListener('click', () => go(query.list.without(name, value)));
  return words.element('li', {}, remove);
}

/** What a picture that is searched by looks like, where that is known. */
function likeness(name, value) {
  const src = name === 'like' ? api.thumbnail(value) : sent.get(value);
  return src && (name === 'like' || name === 'picture')
    ? words.element('img', {src, alt: ''})
    : undefined;
}

function found({total, notes = []}) {
  $('#count').textContent = summary(total);
  $('#problem').replaceChildren(...notes.map((note) => words.element('span', {className: 'note'}, words.sentence(note))));
  const looking = query.get('photo');
  if (looking) {
    details.show(looking, grid.neighbours(looking));
  }
}

function summary(total) {
  if (total === 0) {
    return query.list.toString() ? 'Nothing was found' : 'No pictures yet: imagedb index FOLDER';
  }
  const endless = query.asksForLikeness && !query.has('relevant') && !query.has('min-score');
  return endless ? `Best of ${words.pictures(total)}` : words.pictures(total);
}

function failed(problem) {
  $('#count').textContent = '';
  $('#problem').replaceChildren(
    words.element('strong', {}, problem.message),
    problem.hint ? words.element('span', {className: 'note'}, `Try: ${problem.hint}`) : '');
}

function leaveDetails() {
  history.state?.inside ? history.back() : go(query.list, {replacing: true});
}

function turn(way) {
  const id = grid.neighbours(query.get('photo'))[way];
  if (id) {
    grid.reveal(id);
    go(query.with('photo', id), {replacing: true});
  }
}

/** Finds pictures that look like one from outside the database. */
async function searchBy(picture) {
  if (!picture) {
    return;
  }
  if (picture.size > LARGEST) {
    failed({message: `${picture.name} is larger than 64 MB`});
    return;
  }
  $('#count').textContent = 'Looking at the picture…';
  try {
    const name = await api.send(picture);
    sent.set(name, URL.createObjectURL(picture));
    go(query.likeness('picture', name));
  } catch (problem) {
    failed(problem);
  }
}

const pictureOf = (transfer) => [...(transfer?.files ?? [])].find((file) => !file.type || file.type.startsWith('image/'));

function ask() {
  go(query.asking($('#words').value.trim(), $('#within').value));
}

$('#ask').addEventListener('submit', (event) => {
  event.preventDefault();
  ask();
  $('#results').focus({preventScroll: true});
});
$('#words').addEventListener('search', () => $('#words').value === '' && query.words && ask());
$('#within').addEventListener('change', () => $('#words').value.trim() && ask());
$('#choose').addEventListener('click', () => $('#file').click());
$('#file').addEventListener('change', (event) => {
  searchBy(event.target.files[0]);
  event.target.value = '';
});
$('#home').addEventListener('click', (event) => {
  event.preventDefault();
  go(new Query(''));
});

$('#relevant').addEventListener('change', (event) =>
  go(event.target.checked ? query.with('relevant', 'true') : query.withoutOrder()));

/** A list by likeness has no end of its own, and can be put in another order only where it has one. */
$('#sort').addEventListener('change', (event) => {
  const [sort, reverse] = event.target.value.split(' ');
  const sorted = query.with('sort', sort).with('reverse', reverse ? 'true' : '');
  go(sort && query.asksForLikeness ? sorted.with('relevant', 'true') : sorted);
});

addEventListener('popstate', () => show(Query.ofAddressBar()));

document.addEventListener('paste', (event) => {
  const picture = pictureOf(event.clipboardData);
  if (picture) {
    event.preventDefault();
    searchBy(picture);
  }
});

const isFile = (event) => event.dataTransfer?.types.includes('Files');
document.addEventListener('dragover', (event) => {
  if (isFile(event)) {
    event.preventDefault();
    $('#drop').hidden = false;
  }
});
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) {
    $('#drop').hidden = true;
  }
});
document.addEventListener('drop', (event) => {
  $('#drop').hidden = true;
  if (isFile(event)) {
    event.preventDefault();
    searchBy(pictureOf(event.dataTransfer));
  }
});

$('#help-open').addEventListener('click', () => $('#help').showModal());

const KEYS = {
  '/': () => $('#words').select(),
  '?': () => $('#help').showModal(),
  m: () => {
    const id = details.id ?? grid.focused;
    if (id) {
      go(query.likeness('like', id));
    }
  },
};

document.addEventListener('keydown', (event) => {
  const writes = event.target.closest('input, select, textarea');
  if (writes) {
    if (['Escape', 'ArrowDown'].includes(event.key) && event.target.id === 'words') {
      event.preventDefault();
      grid.focus();
    }
    return;
  }
  if (KEYS[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey && !$('#help').open) {
    event.preventDefault();
    KEYS[event.key]();
  }
});

show(query);
