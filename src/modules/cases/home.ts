/* What cases lay on the home page: what is late, due or waits, as numbers and drawn codes. */
import type { HomePart } from '../../app/home/home-part.ts'

const due = () => import('./ui/home/due-part.tsx')
const told = () => import('./ui/home/told-picture.tsx')
const watch = () => import('./ui/home/watch-figures.tsx')

export const casesHomeParts: readonly HomePart[] = [
  { key: 'cases-own', order: 2, capability: 'cases.work', place: 'figures', load: async () => (await due()).OwnDue },
  { key: 'cases-team', order: 3, capability: 'cases.supervise', place: 'figures', load: async () => (await due()).TeamDue },
  { key: 'cases-received', order: 4, capability: 'cases.receive', place: 'figures', load: async () => (await watch()).ReceivedFigure },
  { key: 'cases-shares', order: 5, capability: 'cases.guard-shares', place: 'figures', load: async () => (await watch()).SharesFigure },
  { key: 'cases-data', order: 6, capability: 'cases.protect-data', place: 'figures', load: async () => (await watch()).DataFigures },
  { key: 'cases-own-lines', order: 2, capability: 'cases.work', place: 'panel', load: async () => (await due()).OwnLines },
  { key: 'cases-team-lines', order: 3, capability: 'cases.supervise', place: 'panel', load: async () => (await due()).TeamLines },
  { key: 'cases-told', order: 85, capability: 'cases.statistics', place: 'picture', load: async () => (await told()).ToldPicture },
]
