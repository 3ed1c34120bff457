#!/usr/bin/env python3
"""What Insyn costs, which limits it meets first, and how long notices take on payday morning.

    python3 bench/scale.py              the tables of docs/scale.md
    python3 bench/scale.py --per-second 50 --citizens 200000   one queue of notices

What a use case asks of the tables comes from `bin/bench --costs`, with the demo's households. Prices are
rounded list prices of a European region in US dollars: put in those of your own contract.
"""

import argparse

# What one citizen does in a month, and what is pushed about them.
VISITS = 6  # logins
PAGES = 8  # requests after a login: start, a list, a detail, and what they fetch
PUSHES = 10  # facts, of which
NOTICES = 3  # lead to a notice (the others fall into the same hour, or are no news)
SMS_SHARE, MAIL_SHARE = 0.6, 0.7  # who has confirmed which channel
STORED_MB = 0.5  # facts, messages and audit
FILES_MB = 3

# (read units, items written) as `bin/bench --costs` counts them; an item written in a transaction is
# billed twice, and its line in each index once more.
LOGIN, PAGE, PUSH, NOTICE = (3, 6), (10, 0.1), (1, 6), (7, 4)
INDEX_LINES = 3

PRICES = {
    "read": 0.15e-6,  # a read unit; an eventually consistent one is half
    "write": 0.75e-6,
    "GB stored": 0.30,  # tables, with backups to any second
    "GB files": 0.05,  # files, with versions
    "request": 1.10e-6,  # HTTP API
    "GB second": 13.4e-6,  # Lambda, arm64
    "call": 0.20e-6,  # Lambda
    "edge": 1.2e-6,  # CloudFront, a request with its bytes
    "key": 3e-6,  # KMS, a request
    "SMS": 0.06,
    "mail": 0.0001,
    "log": 0.60,  # a GB taken in
}
MEMORY = 1.769  # GB
SECONDS = 0.06  # of a call, with its share of restores
MINUTES = 30 * 24 * 60


def month(citizens: int) -> dict[str, float]:
    """Dollars by what they are paid for."""
    logins = citizens * VISITS
    pages = logins * PAGES
    pushes = citizens * PUSHES
    notices = citizens * NOTICES
    calls = logins * 2 + pages + pushes + 2 * MINUTES
    p = PRICES
    reads = logins * LOGIN[0] + pages * PAGE[0] + pushes * PUSH[0] + notices * NOTICE[0]
    writes = sum(
        many * written * (2 + INDEX_LINES / 4)
        for many, (_, written) in ((logins, LOGIN), (pages, PAGE), (pushes, PUSH), (notices, NOTICE))
    )
    return {
        "SMS": notices * SMS_SHARE * p["SMS"],
        "e-mail": notices * MAIL_SHARE * p["mail"],
        "tables: reads and writes": reads * p["read"] + writes * p["write"],
        "tables and files: kept": citizens * (STORED_MB * p["GB stored"] + FILES_MB * p["GB files"]) / 1000,
        "functions": calls * (p["call"] + MEMORY * SECONDS * p["GB second"]),
        "API and edge": calls * (p["request"] + p["edge"]),
        "keys": (logins * 2 + pushes) * p["key"] + 5,
        "logs, alarms, dashboard": calls * 1.5e-6 * p["log"] + 8,
    }


def queue(citizens: int, per_second: float, share: float = 0.9) -> tuple[int, int]:
    """Minutes until all have their mail, and until all have their SMS, after pushes from 06:00 to 07:00.

    A call begins every minute, works for 50 seconds, and holds the pace; SMS begin at 08:00.
    """
    told_at_once = citizens * share
    by_minute = 50 * per_second
    waiting_mail = waiting_sms = 0.0
    mail = sms = 0
    for minute in range(60 * 24 * 30):
        if minute < 60:
            waiting_mail += told_at_once * MAIL_SHARE / 60
            waiting_sms += told_at_once * SMS_SHARE / 60
        room = by_minute
        sent = min(room, waiting_mail)
        waiting_mail -= sent
        room -= sent
        clock = (6 * 60 + minute) % (24 * 60)
        if 8 * 60 <= clock < 20 * 60:
            waiting_sms -= min(room, waiting_sms)
        if minute >= 60 and waiting_mail < 1 and not mail:
            mail = minute
        if minute >= 60 and waiting_sms < 1:
            sms = minute
            break
    return mail, sms


def at(minute: int) -> str:
    day, rest = divmod(6 * 60 + minute, 24 * 60)
    return f"{rest // 60:02}:{rest % 60:02}" + (f", day {day + 1}" if day else "")


def payday(citizens: int) -> list[tuple[str, float]]:
    """What happens in a second of the busiest hour: a third of all look, all are pushed about."""
    logins = citizens / 3 / 3600
    pages = logins * PAGES
    pushes = citizens * 2 / 3600  # a payment and a decision each
    requests = logins * 2 + pages + pushes
    return [
        ("requests", requests),
        ("functions at work", requests * SECONDS),
        ("logins = signatures of KMS", logins),
        ("HMACs of KMS", logins + pushes),
        ("read units", logins * LOGIN[0] + pages * PAGE[0] + pushes * PUSH[0]),
        ("write units", (logins * LOGIN[1] + pages * PAGE[1] + pushes * PUSH[1]) * (2 + INDEX_LINES / 4)),
        ("events pushed a minute", pushes * 60),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--citizens", type=int)
    parser.add_argument("--per-second", type=float, default=10)
    asked = parser.parse_args()
    if asked.citizens:
        mail, sms = queue(asked.citizens, asked.per_second)
        print(f"{asked.citizens} citizens at {asked.per_second:g} a second: mail by {at(mail)}, SMS by {at(sms)}")
        return
    print("Dollars a month and 1,000 citizens")
    sizes = (10_000, 1_000_000, 10_000_000)
    months = [month(size) for size in sizes]
    print(f"{'':26}" + "".join(f"{size:>12,}" for size in sizes))
    for what in months[0]:
        print(f"{what:26}" + "".join(f"{m[what] / size * 1000:12.2f}" for m, size in zip(months, sizes)))
    print(f"{'in all':26}" + "".join(f"{sum(m.values()) / s * 1000:12.2f}" for m, s in zip(months, sizes)))
    print(f"{'without SMS':26}" + "".join(f"{(sum(m.values()) - m['SMS']) / s * 1000:12.2f}" for m, s in zip(months, sizes)))
    print("\nA second of the busiest hour on payday morning")
    for rows in zip(*(payday(size) for size in sizes)):
        print(f"{rows[0][0]:26}" + "".join(f"{value:12,.1f}" for _, value in rows))
    print("\nAll told (pushed 06:00-07:00; mail at once, SMS from 08:00)")
    for per_second in (10, 100):
        for size in sizes:
            mail, sms = queue(size, per_second)
            print(f"{size:>12,} at {per_second:>3} a second: mail {at(mail)}, SMS {at(sms)}")


if __name__ == "__main__":
    main()
