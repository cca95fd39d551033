/* All that a public page may know of a committee: made from what is locked or marked public. No seat, no item of an agenda, no person. */
import type { Infer } from '../../../kernel/schema.ts'
import type { ActionStatus, CommitteeLevel, CommitteeLine, FunctionalityIndex, LegalAct } from '../contract.ts'
import type { DecisionKind } from '../contract-meetings.ts'
import type { Purse } from '../domain/fund.ts'

export interface PublicCommittee {
  readonly id: string
  readonly code: string
  readonly level: CommitteeLevel
  readonly name: string
  readonly areaName: string
  readonly legal: Infer<typeof LegalAct>
  readonly mandate: string
  readonly components: readonly string[]
  readonly withdrawals: CommitteeLine['withdrawals']
  readonly index: FunctionalityIndex
  readonly actions: { readonly done: number; readonly open: number; readonly overdue: number }
  readonly decisions: readonly {
    readonly number: string
    readonly kind: Infer<typeof DecisionKind>
    readonly text: string
    readonly on: string
    readonly actions: readonly { readonly number: string; readonly due: string; readonly status: ActionStatus }[]
  }[]
  readonly purses: readonly Purse[]
  readonly promises: readonly {
    readonly holder: string
    readonly beneficiary: string
    readonly text: string
    readonly quarters: readonly { readonly quarter: string; readonly a: number; readonly b: number }[]
  }[]
}
