/* What trainings ask of the house, and what is made from the secret of the server: keyed hashes of persons, codes of certificates, pseudonyms. */
import { createHash, createHmac } from 'node:crypto'
import { uuidTime, uuidV7 } from '../../../../kernel/ids.ts'
import { type TraineeId } from '../../contract-training.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { PeopleDoor } from '../../../people/contract.ts'
import type { PlacesDoor } from '../../../places/contract.ts'
import { certificateCode } from '../../domain/training/certificate-code.ts'
import { personKeys } from '../../domain/training/same-person.ts'

export interface TrainingDoors {
  readonly database: Pick<Database, 'transaction'>
  readonly places: PlacesDoor<Tx>
  readonly people: PeopleDoor<Tx>
  /** The server's own: with another one nobody is found again, and codes are drawn otherwise. */
  readonly secret: string
}
type Secret = Pick<TrainingDoors, 'secret'>

export interface PersonKey {
  readonly kind: 'name-and-year' | 'name-and-institution'
  readonly hash: string
}
export const hashesOf = ({ secret }: Secret, tenant: string, said: Parameters<typeof personKeys>[0]): readonly PersonKey[] =>
  personKeys(said).map(({ by, text }) => ({
    kind: by,
    hash: createHmac('sha256', secret).update(`trainee/${tenant}/${by}/${text}`).digest('hex'),
  }))

/** Nobody can foresee it, and a command that is sent again gives the same. */
export const codeFor = ({ secret }: Secret, said: { readonly tenant: string; readonly command: string; readonly badge: number }): string =>
  certificateCode(createHmac('sha256', secret).update(`training-certificate/${said.tenant}/${said.command}/${said.badge}`).digest())

/** The pseudonym of somebody who is new: follows from the command, so that a repeat makes no second person. */
export const newTrainee = (command: string, badge: number): TraineeId =>
  asId('trainee', uuidV7(uuidTime(command), createHash('sha256').update(`trainee/${command}/${badge}`).digest()))
