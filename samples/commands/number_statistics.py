"""Reads numbers, one a line; writes their mean to a file and a report to standard output."""

import json
import sys


def main(source, target, digits):
    with open(source, encoding="utf-8") as lines:
        try:
            numbers = [float(line) for line in lines if line.strip()]
        except ValueError as problem:
            print(problem, file=sys.stderr)
            return 3
    if not numbers:
        print("there is no number", file=sys.stderr)
        return 3
    print("percent=50", file=sys.stderr, flush=True)
    mean = round(sum(numbers) / len(numbers), digits)
    with open(target, "w", encoding="utf-8") as out:
        out.write(f"{mean}\n")
    json.dump({"count": len(numbers), "min": min(numbers), "mean": mean, "max": max(numbers)}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
