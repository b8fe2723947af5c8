/**
 * Which room takes in which kind of file. The intake reads and checks files without knowing these rooms, that
 * come after it; they meet here.
 */
import type { ImportKind } from '#app/intake/import_kind'
import { refuse, type Refused } from '#app/shared/result'

type Kind = ImportKind['kind']

const IMPORT_KINDS: Record<Kind, () => Promise<{ default: ImportKind }>> = {
  associations: () => import('#app/network/directory/association_import'),
  baremes: () => import('#app/conventions/fees/fee_import'),
  saisines: () => import('#app/saisines/saisine_import'),
  fiches: () => import('#app/returns/return_form_import'),
}

export async function importKind(kind: Kind): Promise<ImportKind> {
  return (await IMPORT_KINDS[kind]()).default
}

/** The kind that a person named. */
export function readKind(text: string): { kind: Kind } | Refused {
  if (Object.hasOwn(IMPORT_KINDS, text)) return { kind: text as Kind }
  return refuse(
    'SORTE_INCONNUE',
    `« ${text} » n’est pas une sorte de fichier.`,
    `Écrivez ${Object.keys(IMPORT_KINDS).join(', ')}.`
  )
}
