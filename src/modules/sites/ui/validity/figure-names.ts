/* The figures of the validity report by name, for addresses; the compiler keeps them equal to the server's. */
import type { FigureName } from '../../domain/register/answers.ts'

const known: { readonly [Name in FigureName]: true } = {
  sites: true,
  everGreen: true,
  newestGreen: true,
  newestGreenLapsed: true,
  interferenceOnOrAfterGreen: true,
  interferenceWhileGreen: true,
  neverVisited: true,
  neverVisitedSince: true,
}
const isFigure = (name: string): name is FigureName => name in known
export const figureNames: readonly FigureName[] = Object.keys(known).filter(isFigure)
