/** What the server says when it refuses: its one line, and what to do next where it knows. */
export class Problem extends Error {
  constructor(detail, hint) {
    super(detail);
    this.hint = hint;
  }
}

async function json(address, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new Problem('imagedb does not answer', 'start it again: imagedb serve');
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Problem(answer.detail ?? `imagedb answered ${response.status}`, answer.hint);
  }
  return answer;
}

/** One page of hits. */
export const search = (parameters, signal) => json(`/api/search?${parameters}`, {signal});

/** How many hits there are by camera, year and so on. */
export const facets = (parameters, signal) => json(`/api/facets?${parameters}`, {signal});

/** All that is known of one picture. */
export const details = (id, signal) => json(`/api/photos/${id}`, {signal});

/** Hands a picture over; gives the name by which it can be searched for. */
export async function send(picture) {
  const answer = await json('/api/search?limit=1', {
    method: 'POST',
    headers: {'Content-Type': picture.type.startsWith('image/') ? picture.type : 'image/*'},
    body: picture,
  });
  return answer.picture;
}

export const thumbnail = (id) => `/api/photos/${id}/thumbnail`;

export const file = (id) => `/api/photos/${id}/file`;
