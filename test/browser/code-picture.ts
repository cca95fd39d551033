/* The DataMatrix of a text as a tag printer draws it. */
import { toSVG } from 'bwip-js/node'

export const toSvg = (text: string): string => toSVG({ bcid: 'datamatrix', text, scale: 6, paddingwidth: 6, paddingheight: 6 })
