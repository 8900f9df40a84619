"""Colours as a screen shows them: sRGB on white, with nothing behind them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from types import MappingProxyType

from PIL import Image, ImageCms

_PROFILE_SPACES: Mapping[str, str] = MappingProxyType({"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK", "LAB": "Lab"})


def flatten_on_white(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert L, LA, RGB, RGBA, CMYK or LAB to RGB: through ``profile`` to sRGB, then laid onto white.

    What is wholly transparent becomes white, whatever colour the file holds there.
    """
    if image.mode not in ("LA", "RGBA"):
        return _convert_to_srgb(image, profile)
    paper = Image.new("RGB", image.size, "white")
    paper.paste(_convert_to_srgb(image.convert(image.mode[:-1]), profile), mask=image.getchannel("A"))
    return paper


def _convert_to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A profile that is broken, or made for another kind of colour, is passed over as browsers do."""
    if profile and (source := _read_profile(profile, image.mode)):
        try:
            return _apply_profile(image, source)
        except (ImageCms.PyCMSError, ValueError):
            pass
    if image.mode == "LAB":
        return _apply_profile(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")))
    return image.convert("RGB")


def _read_profile(profile: bytes, mode: str) -> ImageCms.ImageCmsProfile | None:
    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (OSError, ValueError, TypeError, ImageCms.PyCMSError):
        return None
    return opened if opened.profile.xcolor_space.strip() == _PROFILE_SPACES[mode] else None


def _apply_profile(image: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    converted = ImageCms.profileToProfile(image, source, srgb, outputMode="RGB")
    if converted is None:
        raise ValueError("no picture came back")
    return converted
