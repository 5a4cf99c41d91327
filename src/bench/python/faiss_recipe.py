#!/usr/bin/env python3
"""The ImageDB recipe with Faiss: a flat index of vectors, and a JSON file of facts beside it.

    faiss_recipe.py --db DIR --model DIR [--careful] index FOLDER
    faiss_recipe.py --db DIR --model DIR [--careful] search --prompt WORDS | --pictures FILE
"""
import json

import faiss

import recipe


class FaissStore:
    def __init__(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        self.vectors_file = folder / "vectors.faiss"
        self.rows_file = folder / "rows.json"
        there = self.vectors_file.exists()
        self.index = faiss.read_index(str(self.vectors_file)) if there else None
        self.rows = json.loads(self.rows_file.read_text()) if there else []

    def add(self, rows, vectors):
        if self.index is None:
            self.index = faiss.IndexFlatIP(vectors.shape[1])
        self.index.add(vectors)
        self.rows.extend(rows)

    def save(self):
        faiss.write_index(self.index, str(self.vectors_file))
        self.rows_file.write_text(json.dumps(self.rows))

    def search(self, vector, k):
        scores, numbers = self.index.search(vector[None], k)
        return [
            {"path": self.rows[number]["path"], "score": float(score)} for score, number in zip(scores[0], numbers[0])
        ]


if __name__ == "__main__":
    recipe.main(FaissStore)
