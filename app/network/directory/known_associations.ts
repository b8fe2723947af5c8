import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { rows } from '#app/shared/rows'

/** Which registry numbers are taken, and the codes already read in the file at hand. */
export interface KnownAssociations {
  /** SIRET → code of the association that holds it. */
  bySiret: Map<string, string>
  byRna: Map<string, string>
  /** Code, as the file's earlier rows gave it. */
  inFile: Set<string>
}

export async function loadKnownAssociations(
  client?: QueryClientContract
): Promise<KnownAssociations> {
  const known: KnownAssociations = { bySiret: new Map(), byRna: new Map(), inFile: new Set() }
  const found = await rows<RegistryNumbers>('SELECT code, siret, rna FROM associations', [], client)
  for (const association of found) note(known, association)
  return known
}

/** Remembers an accepted row, so that the rows below it are compared with it too. */
export function rememberAssociation(known: KnownAssociations, association: RegistryNumbers): void {
  note(known, association)
  known.inFile.add(association.code)
}

interface RegistryNumbers {
  code: string
  siret: string | null
  rna: string | null
}

function note(known: KnownAssociations, { code, siret, rna }: RegistryNumbers): void {
  if (siret !== null) known.bySiret.set(siret, code)
  if (rna !== null) known.byRna.set(rna, code)
}
