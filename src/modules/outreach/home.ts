/* What outreach lays on the home page. */
import type { HomePart } from '../../app/home/home-part.ts'

export const outreachHomeParts: readonly HomePart[] = []
