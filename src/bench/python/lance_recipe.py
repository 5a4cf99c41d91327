#!/usr/bin/env python3
"""The ImageDB recipe with LanceDB: a table of facts and vectors.

    lance_recipe.py --db DIR --model DIR [--careful] index FOLDER
    lance_recipe.py --db DIR --model DIR [--careful] search --prompt WORDS | --pictures FILE
"""
import lancedb

import recipe

TABLE = "pictures"


class LanceStore:
    def __init__(self, folder):
        self.database = lancedb.connect(folder)
        self.table = self.database.open_table(TABLE) if TABLE in self.database.table_names() else None

    def add(self, rows, vectors):
        records = [{**row, "vector": vector} for row, vector in zip(rows, vectors)]
        if self.table is None:
            self.table = self.database.create_table(TABLE, records)
        else:
            self.table.add(records)

    def save(self):
        """Each batch is on disk already."""

    def search(self, vector, k):
        found = self.table.search(vector).distance_type("cosine").limit(k).select(["path", "_distance"]).to_list()
        return [{"path": row["path"], "score": 1 - row["_distance"]} for row in found]


if __name__ == "__main__":
    recipe.main(LanceStore)
