/* A secret name as a device seals it for readers, and as one of them opens it; with the code of the app. */
import { asId, mustParse } from '../../src/kernel/schema.ts'
import { KeyHolders } from '../../src/modules/cases/contract-keys.ts'
import { openName, sealName } from '../../src/app/sealing/sealed-name.ts'
import { type NameOf, OpenedName, type SealedName } from '../../src/modules/conflict/contract-names.ts'
import { type KeyedPerson, must } from './case-people.ts'
import { type Answer, type Client, newId } from './client.ts'

export async function nameFor(readers: readonly KeyedPerson['holder'][], name: string, id = newId()): Promise<SealedName> {
  const box = must(
    await sealName(
      id,
      name,
      readers.map((one) => one.publicKey),
    ),
  )
  return { id: asId('secret-name', id), readers: readers.map(({ account, key }) => ({ account, key })), box }
}
/** As the screen does: asks whose keys there are, seals to those accounts, sends. */
export async function sealSecretName(
  by: Client,
  { of, name, readers }: { readonly of: NameOf; readonly name: string; readonly readers: readonly string[] },
): Promise<SealedName & { readonly answer: Answer }> {
  const { holders } = mustParse(KeyHolders, (await by.get('/api/keys/holders?capability=conflict.named')).body)
  const sealed = await nameFor(
    holders.filter((one) => readers.includes(one.account)),
    name,
  )
  return { ...sealed, answer: await by.post('/api/conflict/names', { sealed, of }) }
}
export const askForName = (by: Client, name: string): Promise<Answer> => by.post(`/api/conflict/names/${name}/looks`, {})
export async function readSecretName({ client, unlocked }: KeyedPerson, name: string): Promise<string> {
  const { box } = mustParse(OpenedName, (await askForName(client, name)).body)
  return must(await openName(unlocked, name, box))
}
