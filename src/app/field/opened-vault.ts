/* The vault of the open part, for the few screens that change its PINs or take its work out. Null while the telephone is locked. */
import type { OpenVault } from './open-vault.ts'

let open: OpenVault | null = null
export const openedVault = (): OpenVault | null => open
export const setOpenVault = (vault: OpenVault): void => {
  open = vault
}
