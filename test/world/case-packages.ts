/* What goes to a service with a referral, as the app seals it on one device and opens it on another. */
import type { Outcome } from '../../src/kernel/outcome.ts'
import type { PackageBox } from '../../src/modules/cases/contract.ts'
import { slipCodeOf } from '../../src/modules/cases/ui/referral/slip-code.ts'
import { type PackageTexts, openPackage, sealPackage } from '../../src/app/sealing/package.ts'
import { type KeyedPerson, must } from './case-people.ts'

export const packageFor = async (referral: string, texts: PackageTexts, reader: KeyedPerson): Promise<PackageBox> =>
  must(await sealPackage(referral, texts, reader.holder))
export const openedPackage = (reader: KeyedPerson, referral: string, box: string): Promise<Outcome<PackageTexts>> =>
  openPackage(reader.unlocked, referral, box)
/** As the device that prints the slip works it out. */
export const printedCode = (referral: string): Promise<string> => slipCodeOf(referral)
