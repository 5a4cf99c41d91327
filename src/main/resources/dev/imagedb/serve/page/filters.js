import * as api from './api.js';
import * as words from './words.js';

/** The facets that are offered: what they are called, and which parameter a value becomes. */
const FACETS = [
  {name: 'year', title: 'Year', parameter: 'on'},
  {name: 'camera', title: 'Camera', parameter: 'camera'},
  {name: 'lens', title: 'Lens', parameter: 'lens'},
  {name: 'place', title: 'Place', parameter: 'where', field: 'place'},
  {name: 'labels', title: 'Labels', parameter: 'where', field: 'labels'},
  {name: 'keywords', title: 'Keywords', parameter: 'where', field: 'keywords'},
  {name: 'rating', title: 'Rating', parameter: 'rating', text: (value) => `${words.stars(+value)} and more`},
  {name: 'folder', title: 'Folder', parameter: 'under'},
  {name: 'ext', title: 'Type', parameter: 'ext'},
];
const MOST = 100;
const SHOWN = 8;
const SHAPES = ['landscape', 'portrait', 'square'];

/** A value in Lucene's language: a phrase in a field. */
export const phrase = (field, value) => `${field}:"${value.replace(/[\\"]/g, '\\$&')}"`;

const asked = (facet, value) => (facet.field ? phrase(facet.field, value) : value);

/** A label is a keyword, too, and need not stand there twice; no stars are no rating. */
function offers(facet, counts) {
  const {values} = counts[facet.name];
  switch (facet.name) {
    case 'keywords': {
      const labels = new Set(counts.labels.values.map(({value}) => value));
      return values.filter(({value}) => !labels.has(value));
    }
    case 'rating':
      return values.filter(({value}) => Number(value) > 0);
    default:
      return values;
  }
}

/** What pictures can be narrowed down to, with how many there are of each. */
export class Filters {
  #panel = document.querySelector('#facets');
  #told;
  #query;
  #asking = new AbortController();
  #unfolded = new Set();

  /** @param told.changed is called with the query that somebody chose */
  constructor(told) {
    this.#told = told;
    const toggle = document.querySelector('#filters-toggle');
    toggle.addEventListener('click', () => {
      toggle.ariaExpanded = toggle.ariaExpanded === 'true' ? 'false' : 'true';
    });
    for (const name of ['after', 'before']) {
      document.querySelector(`#${name}`).addEventListener('change', (event) =>
        told.changed(this.#query.with(name, event.target.value)));
    }
    document.querySelector('#shape').addEventListener('change', (event) => this.#shape(event.target.value));
  }

  #shape(chosen) {
    const bare = SHAPES.reduce((query, shape) => query.without(shape), this.#query);
    this.#told.changed(chosen ? bare.with(chosen, 'true') : bare);
  }

  /** Shows what is chosen at once, and the counts when they are there. */
  async show(query) {
    this.#asking.abort();
    this.#asking = new AbortController();
    this.#query = query;
    for (const name of ['after', 'before']) {
      document.querySelector(`#${name}`).value = query.get(name);
    }
    document.querySelector('#shape').value = SHAPES.find((shape) => query.has(shape)) ?? '';
    const {signal} = this.#asking;
    try {
      const counts = await api.facets(query.request({limit: MOST}), signal);
      this.#draw(counts);
    } catch (failure) {
      if (!signal.aborted) {
        this.#panel.replaceChildren();
      }
    }
  }

  /** The focus stays on the value that somebody chose, though it is drawn anew. */
  #draw(counts) {
    const kept = document.activeElement?.dataset?.facet;
    const offered = FACETS.map((facet) => ({facet, values: offers(facet, counts)}));
    this.#panel.replaceChildren(...offered
      .filter(({values}) => values.length > 0)
      .map(({facet, values}) => this.#group(facet, values)));
    if (kept) {
      [...this.#panel.querySelectorAll('button')].find((button) => button.dataset.facet === kept)?.focus();
    }
  }

  #group(facet, values) {
    const unfolded = this.#unfolded.has(facet.name);
    const list = words.element('ul', {},
      ...values.slice(0, unfolded ? MOST : SHOWN).map((each) =>
        words.element('li', {}, this.#choice(facet, each))));
    const group = words.element('section', {className: 'group'},
      words.element('h2', {}, facet.title), list);
    if (values.length > SHOWN && !unfolded) {
      group.append(this.#unfold(facet, values, group));
    }
    return group;
  }

  #unfold(facet, values, group) {
    const button = words.element('button', {type: 'button', className: 'all'},
      `${words.count(values.length - SHOWN)} more`);
    button.addEventListener('click', () => {
      this.#unfolded.add(facet.name);
      const whole = this.#group(facet, values);
      group.replaceWith(whole);
      whole.querySelectorAll('button')[SHOWN].focus();
    });
    return button;
  }

  #choice(facet, {value, count}) {
    const chosen = this.#query.has(facet.parameter, asked(facet, value));
    const button = words.element('button', {type: 'button', ariaPressed: String(chosen), title: value},
      words.element('span', {className: 'value'}, this.#text(facet, value)),
      words.element('span', {className: 'number'}, words.count(count)));
    button.dataset.facet = `${facet.name} ${value}`;
    button.addEventListener('click', () => this.#told.changed(this.#toggled(facet, value, chosen)));
    return button;
  }

  #text(facet, value) {
    if (facet.name === 'folder') {
      return value.split(/[/\\]/).slice(-2).join('/');
    }
    return facet.text ? facet.text(value) : value;
  }

  #toggled(facet, value, chosen) {
    if (chosen) {
      return this.#query.without(facet.parameter, asked(facet, value));
    }
    return facet.field
      ? this.#query.and(facet.parameter, asked(facet, value))
      : this.#query.with(facet.parameter, value);
  }
}
