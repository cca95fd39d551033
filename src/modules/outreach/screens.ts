/* Screens of outreach: trainings, campaigns, the resource-centre desk. */
import type { Screen } from '../../app/screen.ts'
import { resourceDeskScreens } from './screens-desk-area.ts'

export const outreachScreens: readonly Screen[] = [...resourceDeskScreens]
