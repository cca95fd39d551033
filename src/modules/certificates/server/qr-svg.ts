/*
The QR code of a certificate as SVG. Every character of the code is in the alphanumeric set, which packs it a third tighter
than bytes; bwip-js chooses that mode by itself for such text, and the test measures that it did. Level M survives a stain.
*/
import { toSVG } from 'bwip-js/node'

/** What bwip-js is asked for; its own type leaves out the options of a single symbology. Padding gives four quiet modules. */
export const qrOptions = (text: string) => ({ bcid: 'qrcode', text, eclevel: 'M', padding: 8 })

/** An inline SVG without fixed size; the style sheet of the page decides how large it prints. */
export const qrSvg = (text: string): string => toSVG(qrOptions(text))
