import * as api from './api.js';
import {phrase} from './filters.js';
import * as words from './words.js';

const {element} = words;

/** One picture, large, and all that is known of it. */
export class Details {
  #dialog = document.querySelector('#details');
  #image = document.querySelector('#details-image');
  #facts = document.querySelector('#details-facts');
  #unseen = document.querySelector('#details-unseen');
  #title = document.querySelector('#details-name');
  #told;
  #asking = new AbortController();
  #id;

  /**
   * @param told.closed is called when somebody closes it
   * @param told.turned is called with 'previous' or 'next'
   * @param told.like is called with the id of a picture to find more like
   * @param told.asked is called with a parameter and its value to search by
   */
  constructor(told) {
    this.#told = told;
    this.#dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      told.closed();
    });
    document.querySelector('#details-close').addEventListener('click', () => told.closed());
    for (const way of ['previous', 'next']) {
      document.querySelector(`#${way}`).addEventListener('click', () => told.turned(way));
    }
    document.querySelector('#details-like').addEventListener('click', (event) => {
      event.preventDefault();
      told.like(this.#id);
    });
    this.#dialog.addEventListener('keydown', (event) => this.#key(event));
    this.#image.addEventListener('load', () => (this.#image.style.backgroundImage = ''));
    this.#image.addEventListener('error', () => this.#seen(false));
  }

  get id() {
    return this.#dialog.open ? this.#id : undefined;
  }

  /** Shows a picture; which ways there are to others is told by their ids. */
  async show(id, {previous, next}) {
    this.#turnable('previous', previous);
    this.#turnable('next', next);
    if (this.id === id) {
      return;
    }
    this.#asking.abort();
    this.#asking = new AbortController();
    this.#id = id;
    this.#clear(id);
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
    const {signal} = this.#asking;
    try {
      this.#fill(await api.details(id, signal));
    } catch (failure) {
      if (!signal.aborted) {
        this.#title.textContent = failure.message;
      }
    }
  }

  close() {
    this.#asking.abort();
    if (this.#dialog.open) {
      this.#dialog.close();
      this.#image.removeAttribute('src');
    }
  }

  /** The focus does not vanish with a button that leads nowhere. */
  #turnable(way, id) {
    const button = document.querySelector(`#${way}`);
    if (!id && document.activeElement === button) {
      document.querySelector('#details-close').focus();
    }
    button.hidden = !id;
  }

  #seen(shown) {
    this.#image.hidden = !shown;
    this.#unseen.hidden = shown;
    document.querySelector('#details-file').hidden = !shown;
  }

  #clear(id) {
    this.#seen(true);
    this.#title.textContent = '…';
    this.#facts.replaceChildren();
    this.#image.alt = '';
    this.#image.style.backgroundImage = `url(${api.thumbnail(id)})`;
    this.#image.src = api.file(id);
    document.querySelector('#details-file').href = api.file(id);
    document.querySelector('#details-like').href = `/?like=${id}`;
  }

  #fill(photo) {
    this.#title.textContent = photo.title ?? words.name(photo.path);
    document.querySelector('#details-like').hidden = Boolean(photo.error);
    this.#image.alt = photo.caption ?? words.description(photo);
    this.#facts.replaceChildren(
      ...this.#problem(photo),
      ...this.#taken(photo),
      ...this.#described(photo),
      ...this.#tags(photo));
  }

  #problem(photo) {
    return photo.error ? [element('p', {className: 'warning'}, `It could not be read: ${photo.error}`)] : [];
  }

  #taken(photo) {
    return [facts([
      ['taken', photo.taken && words.minute(photo.taken)],
      ['where', photo.gps && this.#place(photo.gps)],
      ['camera', words.camera(photo) && this.#link(words.camera(photo), 'camera', photo.camera ?? photo.make)],
      ['lens', photo.lens && this.#link(photo.lens, 'lens', photo.lens)],
      ['settings', settings(photo)],
      ['size', size(photo)],
      ['file', photo.path],
      ['rating', photo.rating && words.stars(photo.rating)],
    ])];
  }

  #place({lat, lon, altitude}) {
    const where = `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
    const height = altitude === undefined ? '' : `, ${Math.round(altitude)} m`;
    return element('span', {},
      this.#link(`${where}${height}`, 'near', `${lat},${lon},1km`, 'Pictures taken within a kilometre'));
  }

  #described(photo) {
    return [facts([
      ['caption', photo.caption],
      ['labels', this.#values('labels', photo.labels)],
      ['keywords', this.#values('keywords', photo.keywords)],
      ['comment', photo.comment],
      ['artist', photo.artist],
      ['copyright', photo.copyright],
      ['software', photo.software],
      ['damage', photo.damage.join('; ')],
    ])];
  }

  #values(field, values = []) {
    return values.length && element('span', {className: 'values'},
      ...values.map((value) => this.#link(value, 'where', phrase(field, value))));
  }

  #link(text, parameter, value, title) {
    const link = element('a', {href: `/?${new URLSearchParams([[parameter, value]])}`, title}, text);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.#told.asked(parameter, value);
    });
    return link;
  }

  #tags(photo) {
    if (photo.tags.length === 0) {
      return [];
    }
    const groups = Object.groupBy(photo.tags, (tag) => tag.group);
    return [element('details', {className: 'tags'},
      element('summary', {}, `All ${words.count(photo.tags.length)} tags of the file`),
      ...Object.entries(groups).flatMap(([group, tags]) => [
        element('h3', {}, group),
        facts(tags.map((tag) => [tag.name, tag.value])),
      ]))];
  }

  #key(event) {
    const inside = event.target.closest('.facts') && event.target.closest('details');
    const ways = {ArrowLeft: 'previous', ArrowRight: 'next'};
    if (ways[event.key] && !inside && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.#told.turned(ways[event.key]);
    }
  }
}

/** A list of facts; those that are not known are left out. */
function facts(all) {
  return element('dl', {}, ...all
    .filter(([, value]) => value)
    .map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))));
}

function settings({aperture, exposure, iso, focal}) {
  return [
    aperture && `f/${aperture}`,
    exposure && words.exposure(exposure),
    iso && `ISO\u00a0${iso}`,
    focal && `${+focal.toFixed(1)}\u00a0mm`,
  ].filter(Boolean).join(' · ');
}

function size({width, height, size: bytes, format}) {
  return [
    width && height && `${width} × ${height}`,
    words.bytes(bytes),
    format.toUpperCase(),
  ].filter(Boolean).join(' · ');
}
