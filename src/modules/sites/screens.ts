/* Screens of sites: the map, the register, one site with its time line, the report on validity. */
import type { Screen } from '../../app/screen.ts'

export const sitesScreens: readonly Screen[] = []
