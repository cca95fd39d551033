/* What the field module asks of sites: which inspections go with what a telephone carries, and who speaks for a member body in one. */
import type { FormVersionRef } from '../forms/contract.ts'

export interface CarriedInspection {
  readonly id: string
  readonly site: string
  readonly mission: string | null
  readonly on: string
  readonly phase: string
  readonly form: FormVersionRef | null
}
export interface FieldSitesDoor<Tx> {
  /** Of these sites or of these missions, newest first. */
  readonly inspectionsAround: (
    tx: Tx,
    tenant: string,
    asked: { readonly sites: readonly string[]; readonly missions: readonly string[] },
  ) => Promise<readonly CarriedInspection[]>
  /** Visits that are on record at these sites, with those of joint teams. */
  readonly visitCount: (tx: Tx, tenant: string, sites: readonly string[]) => Promise<number>
  /** By the rule that takes their answers. Null: there is no such inspection. */
  readonly speaksFor: (
    tx: Tx,
    tenant: string,
    asked: { readonly inspection: string; readonly body: string; readonly account: string; readonly organisation: string | null },
  ) => Promise<boolean | null>
}
