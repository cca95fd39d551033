/* A project as a file of IATI 2.03. It keeps nothing of its own. */
import { refused } from '../../kernel/outcome.ts'
import { parse, record } from '../../kernel/schema.ts'
import { ProjectId } from '../../modules/projects/contract.ts'
import type { ProjectsDoor } from '../../modules/projects/contract-publication.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute } from '../../platform/http/build-route.ts'
import { canOneOf } from '../../platform/http/route.ts'
import type { ServerModule } from '../../platform/http/server-module.ts'
import { iatiXml } from './write-activity.ts'

const params = record({ project: ProjectId })
export const createIatiModule = ({ projects }: { readonly projects: ProjectsDoor<Tx> }): ServerModule => ({
  name: 'iati',
  routes: [
    rawRoute({
      method: 'GET',
      path: '/api/projects/:project/iati',
      allow: canOneOf('projects.read', 'projects.locked-read'),
      summary: 'A project with its locked values as an activity of IATI 2.03: no point, no place below a province, no person',
      schemas: { params },
      answer: async ({ params: given, tenant, door, now }) => {
        const named = parse(params, given)
        if (!named.ok) return badInput(named.faults)
        const publication = await door.read((tx) => projects.publication(tx, tenant, named.value.project))
        if (publication === null) return outcomeReply(refused('unknown-project'))
        const body = iatiXml(publication, { country: tenant.slice(0, 2).toUpperCase(), madeAt: now })
        const name = `iati-${publication.opened.code.replaceAll(/[^\w-]/g, '')}.xml`
        return {
          ...{ status: 200, body: Buffer.from(body, 'utf8'), contentType: 'application/xml; charset=utf-8' },
          headers: { 'content-disposition': `attachment; filename="${name}"`, 'x-content-type-options': 'nosniff' },
        }
      },
    }),
  ],
  projections: [],
  aggregates: [],
})
