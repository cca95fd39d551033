/* A tree as a file: picture, Mermaid, JSON, table. Made from the answer that the reader would get on the screen, so that no file holds more. */
import { todayAt } from '../../../../kernel/calendar.ts'
import { fillPhrase } from '../../../../kernel/phrase.ts'
import { maybe, oneOf, parse, record } from '../../../../kernel/schema.ts'
import { writeXlsx } from '../../../../kernel/write-xlsx.ts'
import { badInput, outcomeReply, rawRoute } from '../../../../platform/http/build-route.ts'
import { type Reply, type Route, can } from '../../../../platform/http/route.ts'
import type { TreeAnswer } from '../../contract-trees.ts'
import { treeFile, treeMermaid, treeRows } from '../../domain/trees/exports.ts'
import { type Say, pictureWords, tableWords } from '../../domain/trees/paper.ts'
import { type Side, treeSvg } from '../../domain/trees/picture.ts'
import { paperTreesEn } from '../../words/paper-trees-en.ts'
import { paperTreesFr } from '../../words/paper-trees-fr.ts'
import { treeParams, versionInUrl } from './http-trees.ts'
import { type TreeDoors, readTree } from './read-trees.ts'

const words: { readonly [Language in 'fr' | 'en']: { readonly [key: string]: string } } = { fr: paperTreesFr, en: paperTreesEn }
const sayIn =
  (language: 'fr' | 'en'): Say =>
  (key, facts) =>
    fillPhrase(language, words[language][key] ?? key, facts)

interface Asked {
  readonly side: Side
  readonly say: Say
  readonly today: string
}
const FORMS = {
  svg: {
    type: 'image/svg+xml; charset=utf-8',
    summary: 'as a picture of its own at the size of A3',
    make: (tree: TreeAnswer, { side, ...asked }: Asked) => treeSvg(tree.content, side, pictureWords(tree, side, asked)),
  },
  mermaid: {
    type: 'text/plain; charset=utf-8',
    summary: 'as Mermaid',
    make: (tree: TreeAnswer, { side }: Asked) => treeMermaid(tree.content, side),
  },
  json: {
    type: 'application/json; charset=utf-8',
    summary: 'as JSON that can be read in again',
    make: (tree: TreeAnswer) => JSON.stringify(treeFile(tree.content), null, 2),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    summary: 'as a table, a row for each card',
    make: (tree: TreeAnswer, { say }: Asked) =>
      Buffer.from(writeXlsx([{ name: say('trees.paper.problem'), rows: treeRows(tree.content, tableWords(tree, say)) }])),
  },
} as const
const ENDINGS = { svg: 'svg', mermaid: 'mmd', json: 'json', xlsx: 'xlsx' } as const

const query = record({ version: maybe(versionInUrl), side: maybe(oneOf('problem', 'objective')) })

export const treeFileRoutes = (doors: TreeDoors): readonly Route[] =>
  (['svg', 'mermaid', 'json', 'xlsx'] as const).map((form) =>
    rawRoute({
      method: 'GET',
      path: `/api/conflict/trees/:tree/export.${form}`,
      summary: `A problem tree, or the objective tree that mirrors it, ${FORMS[form].summary}; without sites for who is not cleared`,
      allow: can('conflict.read'),
      schemas: { params: treeParams, query },
      answer: async ({ params, query: given, who, tenant, now, language, door }) => {
        const named = parse(treeParams, params)
        if (!named.ok) return badInput(named.faults)
        const asked = parse(query, given)
        if (!asked.ok) return badInput(asked.faults)
        const { version = null, side = 'problem' } = asked.value
        const { tree } = named.value
        const found = await door.read((tx) => readTree(tx, doors, { tenant, who, now, tree, version }))
        if (!found.ok) return outcomeReply(found)
        const body = FORMS[form].make(found.value, { side, say: sayIn(language), today: todayAt(now) })
        return fileReply(body, { type: FORMS[form].type, name: `tree-${tree.slice(-8)}.${ENDINGS[form]}` })
      },
    }),
  )

/** A browser saves it; opened after all, no script in it has rights. */
const fileReply = (body: string | Buffer, { type, name }: { readonly type: string; readonly name: string }): Reply => ({
  status: 200,
  body,
  contentType: type,
  headers: {
    'content-disposition': `attachment; filename="${name}"`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  },
})
