/*
Blocks of numbers: reserved for an office and one of its telephones, closed with a word for every unused number; sheets issued from them arrive signed by
that telephone and are confirmed by the desk or withdrawn with a reason.
*/
import { toHex } from '../../domain/code/bytes.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { asId, listOf, mustParse, record, text, instant } from '../../../../kernel/schema.ts'
import { todayAt } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import type { CommandEnvelope } from '../../../../platform/log/receipt.ts'
import { OrganisationId } from '../../../people/contract.ts'
import * as issuing from '../../contract-issuing.ts'
import { decodeClaims, type CertificateFacts } from '../../domain/code/claims.ts'
import { decodeCodeText } from '../../domain/code/code-text.ts'
import { bytesToSign } from '../../domain/code/cose.ts'
import { issuerOf } from '../../domain/issuer.ts'
import { type BlockCommand, type BlockContext, type BlockState, blockDecider, unusedOf } from '../../domain/issuing/block.ts'
import { type BlockEvent, blockKinds } from '../../domain/issuing/block-events.ts'
import type { CertificateDoors } from '../facts.ts'
import { nodeCrypto } from '../node-crypto.ts'
import { freeNumber, revocationListUrl } from './issue-facts.ts'
import { type BlockRow, type SheetRow, listBlocks, listSheets } from './store-issued.ts'

export const blockAggregate: Aggregate<BlockState, BlockCommand, BlockEvent, BlockContext> = {
  name: 'number-block',
  decider: blockDecider,
  kinds: blockKinds,
}
const blockParams = record({ block: text(40) })

export const blockRoutes = (doors: CertificateDoors): readonly Route[] => [...blockReads(doors), ...blockWrites(doors)]

function blockReads(doors: CertificateDoors): readonly Route[] {
  return [
    readRoute({
      path: '/api/number-blocks',
      allow: can('certificates.blocks'),
      summary: 'Blocks of numbers of offices, with what became of each number, and the provisional certificates issued from them',
      answer: record({ blocks: listOf(issuing.BlockSummary), provisional: listOf(issuing.ProvisionalSummary) }),
      read: async ({ tx, tenant, who }) => {
        const [blocks, sheets] = [await listBlocks(tx, tenant), await listSheets(tx, tenant)]
        return accepted({
          blocks: blocks.map((block) => summaryOf(block, sheets, who)),
          provisional: sheets.map((sheet) => sheetOf(sheet, blocks)).toReversed(),
        })
      },
    }),
    readRoute({
      path: '/api/number-blocks/mine',
      allow: can('certificates.provisional'),
      summary: 'The blocks of the telephone that asks, to be carried where there is no network',
      answer: record({ blocks: listOf(issuing.BlockDetail) }),
      read: async ({ tx, tenant, who }) => {
        const blocks = (await listBlocks(tx, tenant)).filter((block) => block.device === who.device && block.closedOn === null)
        const sheets = await listSheets(tx, tenant)
        const more = { issuer: issuerOf(tenant).id, listUrl: revocationListUrl(doors.baseUrl) }
        return accepted({
          blocks: blocks.map((block) => ({
            ...{ block: summaryOf(block, sheets, who), ...more },
            provisional: sheets.filter((sheet) => sheet.block === block.id).map((sheet) => sheetOf(sheet, blocks)),
          })),
        })
      },
    }),
    readRoute({
      path: '/api/number-blocks/holders',
      allow: can('certificates.blocks'),
      summary: 'Telephones that may hold a block: enrolled for somebody who may issue provisionally',
      answer: record({ holders: listOf(record({ device: text(), office: OrganisationId, name: text(), enrolledAt: instant() })) }),
      read: async ({ tx, tenant, who }) => {
        const may = await holdersOf(doors, { tx, tenant, who })
        const names = await doors.people.organisations(
          tx,
          may.map((one) => one.office),
          tenant,
        )
        return accepted({ holders: may.map((one) => ({ ...one, name: names.find((body) => body.id === one.office)?.name ?? one.office })) })
      },
    }),
  ]
}

interface Asked {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
  readonly block: string
}
function executeBlock(doors: CertificateDoors, { door, who, tenant, envelope, block }: Asked, command: BlockCommand) {
  return door.execute({
    aggregate: blockAggregate,
    subject: block,
    command,
    envelope,
    who,
    context: async (tx, state, { today, actor }) => ({
      ...{ today, account: actor.account, device: who.device ?? null },
      free: await freeNumber({ tx, tenant, today }),
      ...(command.kind === 'reserve' ? await reserving(doors, { tx, tenant, who }, command.data) : { holder: null, office: null }),
      signed: command.kind === 'issue' && state.state !== 'none' ? await factsSignedBy(command.data.code, state.publicKey) : null,
      confirmed: (await listSheets(tx, tenant)).flatMap((sheet) => (sheet.confirmedOn === null ? [] : [sheet.number])),
    }),
  })
}

function blockWrites(doors: CertificateDoors): readonly Route[] {
  return [
    writeRoute({
      path: '/api/number-blocks',
      allow: can('certificates.blocks'),
      summary: 'Reserves the next numbers for an office and one of its telephones',
      body: issuing.ReserveBlock,
      write: ({ data, ...asked }) => executeBlock(doors, { ...asked, block: asked.envelope.id }, { kind: 'reserve', data }),
    }),
    writeRoute({
      path: '/api/number-blocks/:block/provisional-certificates',
      allow: can('certificates.provisional'),
      summary: 'A sheet that an office issued without network arrives, signed by its telephone; recorded, not judged',
      params: blockParams,
      body: issuing.IssueProvisionally,
      write: ({ data, params, ...asked }) => executeBlock(doors, { ...asked, block: params.block }, { kind: 'issue', data }),
    }),
    writeRoute({
      path: '/api/number-blocks/:block/withdrawals',
      allow: can('certificates.revoke'),
      summary: 'Withdraws a provisional certificate with a reason; its number is never given again',
      params: blockParams,
      body: issuing.WithdrawProvisional,
      write: ({ data, params, ...asked }) => executeBlock(doors, { ...asked, block: params.block }, { kind: 'withdraw', data }),
    }),
    writeRoute({
      path: '/api/number-blocks/:block/own-withdrawals',
      allow: can('certificates.provisional'),
      summary: 'The telephone that issued a provisional certificate withdraws it with a reason, also without network',
      params: blockParams,
      body: issuing.WithdrawProvisional,
      write: async ({ data, params, ...asked }) => {
        // Whose a block is never changes, so looking before is enough.
        const [block] = await asked.door.read((tx) => listBlocks(tx, asked.tenant, params.block))
        if (block !== undefined && block.device !== asked.who.device) return refused('block-of-another-telephone')
        return executeBlock(doors, { ...asked, block: params.block }, { kind: 'withdraw', data })
      },
    }),
    writeRoute({
      path: '/api/number-blocks/:block/closing',
      allow: can('certificates.blocks'),
      summary: 'Closes a block: used up, returned, or lost with its telephone; unused numbers are named and never given',
      params: blockParams,
      body: issuing.CloseBlock,
      write: ({ data, params, ...asked }) => executeBlock(doors, { ...asked, block: params.block }, { kind: 'close', data }),
    }),
  ]
}

interface Looking {
  readonly tx: Tx
  readonly tenant: string
  readonly who: Who
}
async function holdersOf({ devices }: CertificateDoors, { tx, tenant, who }: Looking) {
  // Who reserves numbers may name any telephone of an office, also one that somebody else oversees.
  const all = (await devices?.seenBy(tx, { ...who, tenant, capabilities: new Set(['people.manage']) })) ?? []
  return all.flatMap(({ id, organisation, capabilities, shut, enrolledAt }) =>
    organisation !== null && shut === null && capabilities.has('certificates.provisional')
      ? [{ device: id, office: organisation, enrolledAt }]
      : [],
  )
}

async function reserving(doors: CertificateDoors, { tx, tenant }: Looking, data: { readonly device: string; readonly office: string }) {
  const office = (await doors.people.organisations(tx, [mustParse(OrganisationId, data.office)], tenant))[0] ?? null
  const device = (await doors.devices?.byId(tx, tenant, [data.device]))?.[0]
  const may = device !== undefined && device.shut === null && device.capabilities.has('certificates.provisional')
  const publicKey = may ? toHex(new Uint8Array(Buffer.from(device.publicKey, 'base64'))) : ''
  return { office, holder: may ? { device: device.id, publicKey, organisation: device.organisation } : null }
}

async function factsSignedBy(code: string, publicKey: string): Promise<CertificateFacts | null> {
  const message = decodeCodeText(code)
  if (message === null) return null
  const isSigned = await nodeCrypto.verify(
    new Uint8Array(Buffer.from(publicKey, 'hex')),
    bytesToSign(message.kid, message.payload),
    message.signature,
  )
  return isSigned ? decodeClaims(message.payload) : null
}

function summaryOf(block: BlockRow, sheets: readonly SheetRow[], who: Who): issuing.BlockSummary {
  const numbers = new Set(sheets.filter((sheet) => sheet.block === block.id).map((sheet) => sheet.number))
  const { closedOn, closedWhy, closedReason, office, ...rest } = block
  return {
    ...rest,
    office: asId('organisation', office),
    closed: closedOn === null ? null : { on: closedOn, why: mustParse(issuing.BlockEnd, closedWhy), reason: closedReason ?? '' },
    used: numbers.size,
    unused: [...unusedOf({ ...block, sheets: numbers })],
    mine: block.device === who.device,
  }
}

export function sheetOf(sheet: SheetRow, blocks: readonly Pick<BlockRow, 'id' | 'officeName'>[]): issuing.ProvisionalSummary {
  const { number, block, lotNumber, exporterName, mineral, massGrams, issuedOn, expiresOn, arrivedAt, withdrawnOn, withdrawalReason } =
    sheet
  const state =
    sheet.confirmedOn !== null ? 'confirmed' : withdrawnOn !== null ? 'withdrawn' : sheet.usedTwice ? 'number-used-twice' : 'provisional'
  const officeName = blocks.find((one) => one.id === block)?.officeName ?? ''
  const facts = { lotNumber, exporterName, mineral, massGrams, issuedOn, expiresOn, arrivedAt }
  return { number, state, block, officeName, ...facts, withdrawnOn, reason: withdrawalReason }
}

/** What a provisional certificate is worth on a day; what came on the day of the loss of its telephone or later is worth nothing, as every verifier says. */
export const statusOfSheet = (
  sheet: Pick<SheetRow, 'withdrawnOn' | 'usedTwice' | 'arrivedAt' | 'expiresOn'>,
  { now, lostOn }: { readonly now: string; readonly lostOn: string | null },
) =>
  sheet.withdrawnOn !== null || sheet.usedTwice || (lostOn !== null && todayAt(sheet.arrivedAt) >= lostOn)
    ? 'withdrawn'
    : todayAt(now) > sheet.expiresOn
      ? 'expired'
      : 'provisional'
