import * as api from './api.js';
import * as words from './words.js';

const PAGE = 60;
const USUAL_RATIO = 1.5;

/** The pictures that were found, in rows; more come as the end comes near. */
export class Grid {
  #list = document.querySelector('#grid');
  #more = document.querySelector('#more');
  #told;
  #query;
  #asking = new AbortController();
  #photos = [];
  #total = 0;
  #loading = false;
  #watch;

  /**
   * @param told.found is called with the answer's first page
   * @param told.failed is called with what went wrong
   * @param told.opened is called with a picture's id
   */
  constructor(told) {
    this.#told = told;
    this.#more.addEventListener('click', () => this.#load());
    this.#list.addEventListener('click', (event) => this.#click(event));
    this.#list.addEventListener('keydown', (event) => this.#key(event));
    this.#list.addEventListener('focusin', (event) => this.#roam(event.target));
    this.#watch = new IntersectionObserver(
      ([end]) => end.isIntersecting && this.#load(), {rootMargin: '1200px'});
  }

  /** Shows another query's hits. */
  async show(query) {
    this.#asking.abort();
    this.#asking = new AbortController();
    this.#query = query;
    this.#loading = false;
    this.#photos = [];
    this.#list.ariaBusy = 'true';
    await this.#load(true);
  }

  /** The ids before and after one. */
  neighbours(id) {
    const at = this.#photos.findIndex((photo) => photo.id === id);
    return {
      previous: this.#photos[at - 1]?.id,
      next: at < 0 ? undefined : this.#photos[at + 1]?.id,
    };
  }

  /** Brings one into view, and more behind it where it is the last. */
  reveal(id) {
    this.#tile(id)?.scrollIntoView({block: 'nearest'});
    if (this.#photos.at(-1)?.id === id) {
      this.#load();
    }
  }

  focus(id) {
    (this.#tile(id) ?? this.#tiles()[0])?.focus();
  }

  /** The picture that has the focus. */
  get focused() {
    return document.activeElement?.closest?.('#grid a')?.dataset.id;
  }

  #tile(id) {
    return this.#tiles().find((tile) => tile.dataset.id === id);
  }

  #tiles() {
    return [...this.#list.querySelectorAll('a')];
  }

  async #load(first = false) {
    if (this.#loading || (!first && this.#photos.length >= this.#total)) {
      return;
    }
    this.#loading = true;
    const {signal} = this.#asking;
    try {
      const offset = first ? 0 : this.#photos.length;
      const answer = await api.search(this.#query.request({offset, limit: PAGE}), signal);
      this.#add(answer, first);
    } catch (failure) {
      if (!signal.aborted) {
        this.#end(first);
        this.#told.failed(failure);
      }
    } finally {
      if (!signal.aborted) {
        this.#loading = false;
        this.#list.ariaBusy = 'false';
        this.#lookForEnd();
      }
    }
  }

  /** Looks anew after each page: an end that is still in view has not moved, and tells nobody. */
  #lookForEnd() {
    this.#watch.unobserve(this.#more);
    this.#watch.observe(this.#more);
  }

  #add(answer, first) {
    if (first) {
      this.#list.replaceChildren();
      scrollTo({top: 0});
    }
    this.#total = answer.hits.length ? answer.total : this.#photos.length;
    this.#photos.push(...answer.hits);
    this.#list.append(...answer.hits.map((photo) => this.#item(photo)));
    this.#more.hidden = this.#photos.length >= this.#total;
    if (first) {
      this.#told.found(answer);
    }
  }

  /** An index that changed meanwhile can end a list early. */
  #end(first) {
    if (first) {
      this.#list.replaceChildren();
    }
    this.#total = this.#photos.length;
    this.#more.hidden = true;
  }

  #item(photo) {
    const caption = words.element('span', {className: 'caption', ariaHidden: 'true'},
      words.element('span', {className: 'name'}, words.name(photo.path)),
      photo.score === undefined ? undefined
        : words.element('span', {className: 'score'}, photo.score.toFixed(3)));
    const tile = words.element('a', {
      href: this.#query.with('photo', photo.id).address,
      tabIndex: photo.id === this.#photos[0].id ? 0 : -1,
      className: photo.error ? 'unseeable' : '',
      ariaLabel: photo.error ? words.description(photo) : undefined,
    }, photo.error ? undefined : this.#image(photo), caption);
    tile.dataset.id = photo.id;
    return this.#sized(words.element('li', {}, tile), photo);
  }

  #image(photo) {
    const image = words.element('img', {
      alt: words.description(photo),
      loading: 'lazy',
      decoding: 'async',
      src: api.thumbnail(photo.id),
    });
    image.addEventListener('error', () => image.closest('a').classList.add('unseeable'));
    return image;
  }

  /** A row is filled by pictures of one height: each as wide as its shape says, and stretched alike. */
  #sized(item, photo) {
    const ratio = photo.width && photo.height ? photo.width / photo.height : USUAL_RATIO;
    item.style.setProperty('--ratio', Math.min(3, Math.max(0.5, ratio)).toFixed(4));
    return item;
  }

  /** Only one picture at a time is reached by Tab; the arrows go from there. */
  #roam(target) {
    const tile = target.closest('a');
    this.#list.querySelectorAll('a[tabindex="0"]').forEach((other) => (other.tabIndex = -1));
    tile.tabIndex = 0;
  }

  #click(event) {
    const tile = event.target.closest('a');
    if (tile && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.#told.opened(tile.dataset.id);
    }
  }

  #key(event) {
    const tiles = this.#tiles();
    const at = tiles.indexOf(event.target);
    const steps = {
      ArrowLeft: () => tiles[at - 1],
      ArrowRight: () => tiles[at + 1],
      ArrowUp: () => nearest(tiles.slice(0, at).reverse(), event.target),
      ArrowDown: () => nearest(tiles.slice(at + 1), event.target),
      Home: () => tiles[0],
      End: () => tiles.at(-1),
    };
    if (at < 0 || !steps[event.key] || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    steps[event.key]()?.focus();
  }
}

/** In the next row that way, the one whose middle lies nearest. */
function nearest(others, from) {
  const start = from.getBoundingClientRect();
  const middle = start.left + start.width / 2;
  const rows = others.map((tile) => ({tile, box: tile.getBoundingClientRect()}))
    .filter(({box}) => Math.abs(box.top - start.top) > 4);
  const row = rows.filter(({box}) => Math.abs(box.top - rows[0].box.top) <= 4);
  const distance = ({box}) => Math.abs(box.left + box.width / 2 - middle);
  return row.sort((one, other) => distance(one) - distance(other))[0]?.tile;
}
