#!/usr/bin/env python3
"""Makes rankings with graded judgements, and what trec_eval says of them: the table in MeasureTest.java.

    python3 -m venv venv && venv/bin/pip install pytrec_eval-terrier ranx
    venv/bin/python src/test/reference/reference_metrics.py

pytrec_eval is trec_eval's own code; ranx is asked too, and must agree.
"""
import random

import pytrec_eval
import ranx

TREC = ["recall_1", "recall_5", "recall_10", "recip_rank", "map", "ndcg_cut_10"]
RANX = ["recall@1", "recall@5", "recall@10", "mrr", "map", "ndcg@10"]
TOPICS = 8
DOCUMENTS = 20


def topic(number):
    """A ranking, and judgements from -1 to 3, some of documents that the ranking lacks."""
    chance = random.Random(number)
    judged = chance.sample(range(DOCUMENTS), chance.randint(2, 12))
    judgements = {document: chance.choice([-1, 0, 1, 1, 2, 3]) for document in judged}
    ranking = sorted(range(DOCUMENTS), key=lambda document: chance.gauss(-judgements.get(document, 0), 1.5))
    return ranking[: chance.randint(6, 16)], judgements


def main():
    run, qrels = {}, {}
    for number in range(TOPICS):
        ranking, judgements = topic(number)
        run[f"t{number}"] = {f"d{document}": 1 - 0.01 * at for at, document in enumerate(ranking)}
        qrels[f"t{number}"] = {f"d{document}": relevance for document, relevance in judgements.items()}
    measured = pytrec_eval.RelevanceEvaluator(qrels, {"recall.1,5,10", "recip_rank", "map", "ndcg_cut.10"}).evaluate(run)
    positive = {t: {d: max(r, 0) for d, r in judged.items()} for t, judged in qrels.items()}
    again = ranx.Run(run)
    ranx.evaluate(ranx.Qrels(positive), again, RANX)
    for name, values in measured.items():
        for trec, other in zip(TREC, RANX):
            assert abs(values[trec] - again.scores[other][name]) < 1e-9, (name, trec)
        ranking = " ".join(document[1:] for document in run[name])
        judgements = " ".join(f"{document[1:]}={relevance}" for document, relevance in qrels[name].items())
        print(" | ".join([ranking, judgements, " ".join(f"{values[trec]:.9f}" for trec in TREC)]))


if __name__ == "__main__":
    main()
