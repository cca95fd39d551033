/* Screens of outreach: trainings, campaigns, the resource-centre desk. */
import type { Screen } from '../../app/screen.ts'

export const outreachScreens: readonly Screen[] = []
