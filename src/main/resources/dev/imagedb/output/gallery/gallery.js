"use strict";

/* Without this script there is nothing to filter with, and no keys to be told of. */
document.documentElement.className = "scripted";

const pictures = [...document.querySelectorAll("#pictures > li")];
const links = pictures.map((picture) => picture.querySelector("a"));
const texts = pictures.map((picture) => picture.textContent.toLowerCase());
const places = [...document.querySelectorAll(".place")];

const filter = document.getElementById("filter");
const shown = document.getElementById("shown");
const all = document.getElementById("all");
const viewer = document.getElementById("viewer");

/* Which pictures are shown. */

function pressedPlace() {
  return places.find((place) => place.getAttribute("aria-pressed") === "true");
}

function membersOf(place) {
  return new Set(place.dataset.pictures.split(" ").map(Number));
}

function isShown(number) {
  return !pictures[number].hidden;
}

function shownNumbers() {
  return [...pictures.keys()].filter(isShown);
}

function narrow() {
  const words = filter.value.toLowerCase().split(/\s+/);
  const place = pressedPlace();
  const members = place && membersOf(place);
  pictures.forEach((picture, number) => {
    const wanted = words.every((word) => texts[number].includes(word));
    picture.hidden = !wanted || (members && !members.has(number));
  });
  const count = shownNumbers().length;
  all.hidden = count === pictures.length;
  shown.textContent = all.hidden ? "" : `${count} of ${pictures.length}`;
}

function showAll() {
  filter.value = "";
  places.forEach((place) => place.setAttribute("aria-pressed", "false"));
  narrow();
}

function press(place) {
  const pressed = place === pressedPlace();
  places.forEach((other) => other.setAttribute("aria-pressed", String(other === place && !pressed)));
  narrow();
}

filter.addEventListener("input", narrow);
filter.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    showAll();
    filter.blur();
  } else if (event.key === "Enter" || event.key === "ArrowDown") {
    event.preventDefault();
    focusOn(shownNumbers()[0]);
  }
});
all.addEventListener("click", () => {
  showAll();
  focusOn(0);
});
places.forEach((place) => {
  place.addEventListener("click", () => press(place));
  place.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      press(place);
    }
  });
});

/* From picture to picture. */

function focusOn(number) {
  if (number !== undefined) {
    links[number]?.focus();
  }
}

/** How many pictures stand in a row. */
function columns(numbers) {
  const top = pictures[numbers[0]].offsetTop;
  const next = numbers.findIndex((number) => pictures[number].offsetTop !== top);
  return next < 0 ? numbers.length : next;
}

function step(key, numbers) {
  switch (key) {
    case "ArrowRight":
      return 1;
    case "ArrowLeft":
      return -1;
    case "ArrowDown":
      return columns(numbers);
    case "ArrowUp":
      return -columns(numbers);
    case "Home":
      return -Infinity;
    case "End":
      return Infinity;
    default:
      return 0;
  }
}

function move(event) {
  const numbers = shownNumbers();
  const at = numbers.indexOf(links.indexOf(document.activeElement));
  const by = numbers.length === 0 ? 0 : step(event.key, numbers);
  if (by === 0 || (at < 0 && document.activeElement !== document.body)) {
    return;
  }
  const to = at < 0 ? 0 : Math.min(Math.max(at + by, 0), numbers.length - 1);
  if (Number.isFinite(by) && at >= 0 && at + by !== to) {
    return;
  }
  event.preventDefault();
  focusOn(numbers[to]);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || viewer.open || event.target === filter) {
    return;
  }
  if (event.key === "/") {
    event.preventDefault();
    filter.focus();
    filter.select();
  } else if (event.key === "Escape") {
    showAll();
  } else {
    move(event);
  }
});

/* A closer look. */

const image = viewer.querySelector("img");
let current = 0;

/** The thumbnail at once, and the picture itself where this browser can have and read it. */
function showImage(number) {
  const thumbnail = links[number].querySelector("img");
  image.hidden = !thumbnail;
  image.src = thumbnail ? thumbnail.src : "data:,";
  image.alt = (thumbnail && thumbnail.alt) || links[number].querySelector(".name").textContent;
  const whole = new Image();
  whole.onload = () => {
    if (current === number) {
      image.src = whole.src;
      image.hidden = false;
    }
  };
  whole.src = links[number].href;
}

function look(number) {
  current = number;
  showImage(number);
  viewer.querySelector("#viewer-name").textContent = links[number].querySelector(".name").textContent;
  viewer.querySelector(".open").href = links[number].href;
  const facts = pictures[number].querySelector(".facts").cloneNode(true);
  facts.hidden = false;
  viewer.querySelector(".facts").replaceWith(facts);
  viewer.querySelector(".side").scrollTop = 0;
  if (!viewer.open) {
    viewer.showModal();
  }
}

function lookBeside(by) {
  const numbers = shownNumbers();
  const to = numbers[numbers.indexOf(current) + by];
  if (to !== undefined) {
    look(to);
  }
}

links.forEach((link, number) => {
  link.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      look(number);
    }
  });
});
viewer.querySelector(".previous").addEventListener("click", () => lookBeside(-1));
viewer.querySelector(".next").addEventListener("click", () => lookBeside(1));
viewer.querySelector(".close").addEventListener("click", () => viewer.close());
viewer.addEventListener("click", (event) => {
  if (event.target === viewer) {
    viewer.close();
  }
});
viewer.addEventListener("keydown", (event) => {
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
    event.preventDefault();
    lookBeside(event.key === "ArrowLeft" ? -1 : 1);
  }
});
viewer.addEventListener("close", () => focusOn(current));
