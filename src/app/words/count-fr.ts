/* The words of the sheets of who counts at a flow monitoring point, in French: on a shelf of their own, which no other telephone carries. */
import { screenCountFr } from '../../modules/mobility/words/screen-count-fr.ts'

export const countFr = {
  ...screenCountFr,
} as const
