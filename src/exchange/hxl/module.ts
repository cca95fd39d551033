/* Files of a project's activities for humanitarian programs: 5W under HXL tags, points for maps. */
import { csvOfRows } from '../../kernel/csv.ts'
import { refused } from '../../kernel/outcome.ts'
import { oneOf, parse, record } from '../../kernel/schema.ts'
import { writeXlsx } from '../../kernel/write-xlsx.ts'
import type { PlacesDoor } from '../../modules/places/contract.ts'
import { ProjectId } from '../../modules/projects/contract.ts'
import type { ProjectsDoor } from '../../modules/projects/contract-publication.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute } from '../../platform/http/build-route.ts'
import { type Reply, canOneOf } from '../../platform/http/route.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import { activitiesGeoJson } from './activities-geojson.ts'
import { fiveW } from './five-w.ts'

export interface HxlParts {
  readonly projects: ProjectsDoor<Tx>
  readonly places: PlacesDoor<Tx>
}
const params = record({ project: ProjectId, fileForm: oneOf('csv', 'xlsx', 'geojson') })
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json; charset=utf-8',
} as const

export const createHxlModule = ({ projects, places }: HxlParts): ServerModule => ({
  name: 'hxl',
  routes: [
    rawRoute({
      method: 'GET',
      path: '/api/projects/:project/activities/:fileForm',
      allow: canOneOf('projects.read', 'projects.locked-read'),
      summary: 'Who does what where when for whom, under HXL tags (csv, xlsx), or as points of provinces and territoires (geojson)',
      schemas: { params },
      answer: async ({ params: given, tenant, door, language }): Promise<Reply> => {
        const named = parse(params, given)
        if (!named.ok) return badInput(named.faults)
        const { project, fileForm } = named.value
        const found = await door.read(async (tx) => {
          const publication = await projects.publication(tx, tenant, project)
          if (publication === null || fileForm !== 'geojson') return { publication, outlines: null }
          const outlines = {
            provinces: await places.outlines(tx, 'province', tenant),
            territoires: await places.outlines(tx, 'territoire', tenant),
          }
          return { publication, outlines }
        })
        const { publication, outlines } = found
        if (publication === null) return outcomeReply(refused('unknown-project'))
        const bytes = (): Buffer => {
          if (outlines !== null) return Buffer.from(JSON.stringify(activitiesGeoJson(publication, outlines)))
          const rows = fiveW(publication, language)
          if (fileForm === 'xlsx') return Buffer.from(writeXlsx([{ name: '5W', rows }]))
          return Buffer.from(`\uFEFF${csvOfRows(rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))))}`, 'utf8')
        }
        const name = `5w-${publication.opened.code.replaceAll(/[^\w-]/g, '')}.${fileForm}`
        return {
          ...{ status: 200, body: bytes(), contentType: TYPES[fileForm] },
          headers: { 'content-disposition': `attachment; filename="${name}"`, 'x-content-type-options': 'nosniff' },
        }
      },
    }),
  ],
  projections: [],
  aggregates: [],
})
