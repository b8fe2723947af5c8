import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatDay } from '#app/shared/french_format'
import { parisDay } from '#app/shared/day'
import type { Task } from '#tests/support/office'
import type { World } from '#tests/support/world'

type ImportFile = NonNullable<Task['file']>

/** A file of each kind, of which nothing is known yet. */
export interface ImportFiles {
  saisines: ImportFile
  fiches: ImportFile
}

const SAISINES =
  'reference;convention;association;date_saisine;canal;departement;beneficiaire;mandat;nature_faits;evenement'
const FORMS = 'reference_saisine;association;convention;date_reception;issue'

/**
 * Thirty new saisines; and forms for all the saisines that the federation knows (a first one, or another version),
 * among them a row at fault, which is left out.
 */
export async function writeImports({ plan, at }: World, folder: string): Promise<ImportFiles> {
  const saisines = Array.from(
    { length: 30 },
    (_, i) =>
      `NEUVE-${i};AMF-2021;AV0${1 + (i % 3)};04/05/2026;plateforme;01;élu;maire;harcelement;`
  )
  const received = formatDay(parisDay(at))
  const forms = plan.saisines.map(
    ({ reference, association, convention }) =>
      `${reference};${association};${convention};${received};injoignable`
  )
  return {
    saisines: await write(join(folder, 'saisines.csv'), 'saisines', [SAISINES, ...saisines]),
    fiches: await write(join(folder, 'fiches.csv'), 'fiches', [
      FORMS,
      ...forms,
      `NEUVE-1;AV01;AMF-2021;31/02/2026;injoignable`,
    ]),
  }
}

async function write(
  path: string,
  kind: ImportFile['kind'],
  lines: readonly string[]
): Promise<ImportFile> {
  await writeFile(path, `${lines.join('\n')}\n`)
  return { kind, path }
}
