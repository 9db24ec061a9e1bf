"""Towns that stand for their province where a text says where something took place: `tại Quy Nhơn` is in Bình Định.

Only seats and towns that do not bear the province's own name; those are named as localities already.
"""

from __future__ import annotations

from loaders.alternatives import alternatives
from loaders.patterns import Pattern
from loaders.view import View
from ontology.vocabulary import Locality, vocabulary

#: By province as of 2024; later days lead to the one that it has become part of.
_TOWNS: dict[str, tuple[str, ...]] = {
    "an-giang": ("Long Xuyên", "Châu Đốc"),
    "ba-ria-vung-tau": ("Vũng Tàu", "Bà Rịa"),
    "binh-dinh": ("Quy Nhơn",),
    "binh-duong": ("Thủ Dầu Một",),
    "binh-phuoc": ("Đồng Xoài",),
    "binh-thuan": ("Phan Thiết",),
    "dak-lak": ("Buôn Ma Thuột", "Buôn Mê Thuột"),
    "dak-nong": ("Gia Nghĩa",),
    "dien-bien": ("Điện Biên Phủ",),
    "dong-nai": ("Biên Hòa",),
    "dong-thap": ("Cao Lãnh", "Sa Đéc"),
    "gia-lai": ("Pleiku",),
    "ha-nam": ("Phủ Lý",),
    "hai-phong": ("Đồ Sơn",),
    "hau-giang": ("Vị Thanh", "Ngã Bảy"),
    "khanh-hoa": ("Nha Trang", "Cam Ranh"),
    "kien-giang": ("Rạch Giá", "Hà Tiên", "Phú Quốc"),
    "lam-dong": ("Đà Lạt", "Bảo Lộc"),
    "lao-cai": ("Sa Pa",),
    "long-an": ("Tân An",),
    "nghe-an": ("Vinh", "Cửa Lò"),
    "ninh-thuan": ("Phan Rang - Tháp Chàm", "Phan Rang-Tháp Chàm", "Phan Rang"),
    "phu-tho": ("Việt Trì",),
    "phu-yen": ("Tuy Hòa",),
    "quang-binh": ("Đồng Hới",),
    "quang-nam": ("Tam Kỳ", "Hội An"),
    "quang-ninh": ("Hạ Long", "Móng Cái", "Uông Bí"),
    "quang-tri": ("Đông Hà",),
    "thanh-hoa": ("Sầm Sơn",),
    "thua-thien-hue": ("Huế",),
    "tien-giang": ("Mỹ Tho", "Gò Công"),
    "vinh-phuc": ("Vĩnh Yên", "Phúc Yên"),
}
_PROVINCES = {town: province for province, towns in _TOWNS.items() for town in towns}
_NAMES = alternatives(_PROVINCES)
_UNIT = r"(?:(?i:thành phố|tp\.?|thị xã|phường|đô thị) ?)?"
_AT = Pattern(rf"\b(?i:tại|ở) (?:[^.;:,\n]{{0,40}}, )?{_UNIT}(?P<town>{_NAMES})(?! \p{{Lu}}|\p{{L}})")
_ISSUED = Pattern(rf"(?<!\p{{L}})(?P<town>{_NAMES}), ?(?:(?i:ngày) ?)?$")


def held_in(view: View, start: int, end: int, day: str) -> tuple[Locality, tuple[int, int]] | None:
    """The province of the first town in ``norm[start:end]`` at which something is said to be, as of an ISO day.

    With it where in ``norm`` the town is named.
    """
    match = _AT.search(view.cased, start, end)
    return (_province(match.group("town"), day), match.span("town")) if match else None


def issued_in(view: View, start: int, end: int, day: str) -> tuple[Locality, tuple[int, int]] | None:
    """The province of the town that ends ``norm[start:end]``, the words before a date: `Mỹ Tho, ngày`."""
    match = _ISSUED.search(view.cased, start, end)
    return (_province(match.group("town"), day), match.span("town")) if match else None


def province_of(name: str) -> str | None:
    """The province (id as of 2024) of the town that ends a name: ``Trung tâm Giống cây trồng Đà Lạt``."""
    return next((_PROVINCES[town] for town in _PROVINCES if name.endswith(f" {town}")), None)


def _province(town: str, day: str) -> Locality:
    known = vocabulary()
    return known.localities[known.current(_PROVINCES[town], day)[0]]
