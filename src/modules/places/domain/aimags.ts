/*
The aimags of Mongolia and its capital, with their OCHA p-codes and ISO 3166-2 codes, and the other spellings under which files and people write them. P-codes and names V (OCHA list of
2020), ISO codes V (Natural Earth), spellings S. The two kinds of code look alike and mean others: MN46 is Omnogovi, MN-046 is Uvs.
*/
import type { Area } from '../contract.ts'

const aimag = (code: string, iso: string, name: string): Area => ({
  code,
  level: 'province',
  name,
  kind: code === 'MN11' ? 'capital' : 'aimag',
  iso,
})

export const AIMAGS: readonly Area[] = [
  aimag('MN11', 'MN-1', 'Ulaanbaatar'),
  aimag('MN21', 'MN-061', 'Dornod'),
  aimag('MN22', 'MN-051', 'Sukhbaatar'),
  aimag('MN23', 'MN-039', 'Hentii'),
  aimag('MN41', 'MN-047', "To'v"),
  aimag('MN42', 'MN-064', 'Govisumber'),
  aimag('MN43', 'MN-049', 'Selenge'),
  aimag('MN44', 'MN-063', 'Dornogovi'),
  aimag('MN45', 'MN-037', 'Darkhan-Uul'),
  aimag('MN46', 'MN-053', 'Omnogovi'),
  aimag('MN48', 'MN-059', 'Dundgovi'),
  aimag('MN61', 'MN-035', 'Orkhon'),
  aimag('MN62', 'MN-055', 'Ovorkhangai'),
  aimag('MN63', 'MN-067', 'Bulgan'),
  aimag('MN64', 'MN-069', 'Bayankhongor'),
  aimag('MN65', 'MN-073', 'Arxangai'),
  aimag('MN67', 'MN-041', 'Khovsgol'),
  aimag('MN81', 'MN-057', 'Zavkhan'),
  aimag('MN82', 'MN-065', 'Govi-Altai'),
  aimag('MN83', 'MN-071', 'Bayan-Olgii'),
  aimag('MN84', 'MN-043', 'Khovd'),
  aimag('MN85', 'MN-046', 'Uvs'),
]
/** Accents, case and hyphens are forgiven without this list; here stand other letters. */
export const AIMAG_NAMES: { readonly [code: string]: readonly string[] } = {
  MN11: ['Улаанбаатар', 'Ulan Bator'],
  MN21: ['Дорнод'],
  MN22: ['Sühbaatar', 'Сүхбаатар'],
  MN23: ['Hentiy', 'Khentii', 'Хэнтий'],
  MN41: ['Töv', 'Tuv', 'Төв'],
  MN42: ['Govĭ-Sümber', 'Gobisumber', 'Говьсүмбэр'],
  MN43: ['Сэлэнгэ'],
  MN44: ['Dornogobi', 'Дорноговь'],
  MN45: ['Darhan-Uul', 'Дархан-Уул'],
  MN46: ['Ömnögovi', 'Umnugovi', 'Umnugobi', 'South Gobi', 'Өмнөговь'],
  MN48: ['Dundgobi', 'Дундговь'],
  MN61: ['Orhon', 'Орхон'],
  MN62: ['Övörhangay', 'Uvurkhangai', 'Өвөрхангай'],
  MN63: ['Булган'],
  MN64: ['Bayanhongor', 'Баянхонгор'],
  MN65: ['Arhangay', 'Arkhangai', 'Архангай'],
  MN67: ['Hövsgöl', 'Khuvsgul', 'Хөвсгөл'],
  MN81: ['Dzavhan', 'Завхан'],
  MN82: ['Govi-Altay', 'Gobi-Altai', 'Говь-Алтай'],
  MN83: ['Bayan-Ölgiy', 'Баян-Өлгий'],
  MN84: ['Hovd', 'Ховд'],
  MN85: ['Увс'],
}
