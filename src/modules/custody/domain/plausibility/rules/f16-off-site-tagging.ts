/* F16: the position of the tagging lies outside the site: beyond its outline and a margin, or too far from its point. */
import { count, decimal, listOf, orNull, record, text } from '../../../../../kernel/schema.ts'
import { metresBetween, metresOutside } from '../geometry.ts'
import { defineRule, metres, times } from './rule.ts'

const point = record({ latitude: decimal(), longitude: decimal() })

export const f16 = defineRule({
  id: 'F16',
  family: 'place',
  severities: ['W', 'A'],
  evidence: 'D',
  source: 'our-default',
  evaluated: 'scan',
  explanations: ['poor-position', 'site-wider-than-drawn', 'site-chosen-wrongly'],
  inputs: record({ site: text(), position: point, sitePoint: point, outline: orNull(listOf(point, 5_000)), earlier: count() }),
  thresholds: { outlineMargin: metres(500), pointRadius: metres(2_000), repeated: times(3) },
  speak: ({ position, sitePoint, outline, earlier }, at) => {
    const known = outline !== null && outline.length >= 3
    const metresAway = known ? metresOutside(position, outline) : metresBetween(position, sitePoint)
    const allowedMetres = known ? at('outlineMargin') : at('pointRadius')
    if (metresAway <= allowedMetres) return null
    return {
      severity: earlier + 1 >= at('repeated') ? 'A' : 'W',
      facts: { metres: metresAway, allowedMetres, against: known ? 'outline' : 'point', earlier },
    }
  },
})
