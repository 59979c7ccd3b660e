"""Google Alerts, in feeds and in mails: the real address is inside a redirect, the words found are in bold."""

from urllib.parse import parse_qs, urlsplit

from palabre.connectors.shared.web_address import link

#: The parameters that have carried the target over the years.
_TARGETS = ("url", "q")


def target_address(address: str) -> str:
    """Return the page that a ``google.…/url?…`` redirect leads to, or the address itself.

    >>> target_address("https://www.google.com/url?rct=j&url=https://exemple.fr/a&ct=ga")
    'https://exemple.fr/a'
    """
    try:
        parts = urlsplit(address)
        wanted = is_google(parts.hostname or "") and parts.path == "/url"
        query = parse_qs(parts.query, max_num_fields=50) if wanted else {}
    except ValueError:
        return address
    return next((found for name in _TARGETS for found in map(link, query.get(name, ())) if found), address)


def is_alerts_feed(address: str) -> bool:
    """Tell whether an address is a feed that Google Alerts made for one account."""
    try:
        parts = urlsplit(address)
        return is_google(parts.hostname or "") and parts.path.startswith("/alerts/feeds/")
    except ValueError:
        return False


def is_google(host: str) -> bool:
    """Tell whether a host is Google's: ``google.com``, ``www.google.fr``, ``news.google.co.uk``.

    A look-alike (``google.exemple.fr``) is not: after "google." comes a top-level domain alone, or ``co``/``com``
    and a country.
    """
    labels = host.lower().rstrip(".").split(".")
    if "google" not in labels:
        return False
    suffix = labels[labels.index("google") + 1 :]
    country = len(suffix[-1]) == 2 if suffix else False
    return suffix == ["com"] or (country and (len(suffix) == 1 or suffix[:-1] in (["co"], ["com"])))
