import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  indiscreetForms,
  mistakenAssociations,
  mistakenForms,
  mistakenSaisines,
  type DirtyTable,
} from '#app/demo/files/dirty_rows'
import {
  writeDisguisedPdf,
  writeMixedEncodings,
  writeTruncated,
  writeZipBomb,
} from '#app/demo/files/hostile_files'
import { writeCsv } from '#app/demo/files/write_csv'
import type { DemoAssociation } from '#app/demo/network/demo_association'
import type { QuarterPlan } from '#app/demo/quarter/planned'
import type { QuarterFile } from '#app/demo/write_quarter'

export interface FileToRefuse {
  readonly path: string
  readonly kind: QuarterFile['kind']
  /** In French, what is wrong with it. */
  readonly fault: string
  /** `file`: nothing of it is read. `rows`: its bad rows are shown, each with its remedy. */
  readonly refuses: 'file' | 'rows'
}

export interface Refusals {
  readonly plan: QuarterPlan
  readonly network: readonly DemoAssociation[]
  /** The folder of the quarter; the files go to its sub-folder `a-refuser`. */
  readonly directory: string
  /** A sound workbook, to be cut. */
  readonly workbook: string
}

/** Writes files that must not come in as they are, for whoever wants to see them refused. */
export async function writeRefusals(wish: Refusals): Promise<FileToRefuse[]> {
  const { plan, network, workbook } = wish
  const directory = join(wish.directory, 'a-refuser')
  mkdirSync(directory, { recursive: true })
  const files: FileToRefuse[] = []

  const pdf = add('rapport-d-activite.xlsx', 'fiches', 'file', 'Un PDF que l’on a nommé .xlsx')
  writeDisguisedPdf(pdf)
  const cut = add('fiches-tronquees.xlsx', 'fiches', 'file', 'Un classeur coupé pendant l’envoi')
  writeTruncated(cut, workbook)
  const bomb = add(
    'fiches-gonflees.xlsx',
    'fiches',
    'file',
    'Un classeur qui se déplie en 32 Mo de vide'
  )
  await writeZipBomb(bomb)
  const mixed = add(
    'fiches-deux-encodages.csv',
    'fiches',
    'file',
    'Deux encodages dans un même texte'
  )
  writeMixedEncodings(
    mixed,
    'reference_saisine;association;convention;date_reception;issue;observations\r\nA;AV01;X;01/07/2026;Réorientée;\r\n',
    'B;AV01;X;01/07/2026;R\xe9orient\xe9e;\r\n'
  )
  const untitled = add('fiches-sans-titres.csv', 'fiches', 'file', 'Aucune ligne de titres')
  writeFileSync(untitled, 'S26-00000000;AV01;02/07/2026\r\nS26-11111111;AV01;03/07/2026\r\n')
  writeFileSync(add('vide.csv', 'fiches', 'file', 'Un fichier vide'), '')

  table(
    'fiches-indiscretes.csv',
    'fiches',
    'Téléphones, courriel et nom dans les observations',
    indiscreetForms(plan)
  )
  table('fiches-fautives.csv', 'fiches', 'Une cellule fausse par ligne', mistakenForms(plan))
  table(
    'saisines-fautives.csv',
    'saisines',
    'Référence contredite, département et date impossibles',
    mistakenSaisines(plan)
  )
  table(
    'associations-fautives.csv',
    'associations',
    'Clés de SIRET et d’IBAN fausses, code en double',
    mistakenAssociations(network)
  )
  return files

  function add(
    name: string,
    kind: FileToRefuse['kind'],
    refuses: FileToRefuse['refuses'],
    fault: string
  ): string {
    const path = join(directory, name)
    files.push({ path, kind, refuses, fault })
    return path
  }

  function table(
    name: string,
    kind: FileToRefuse['kind'],
    fault: string,
    { titles, rows }: DirtyTable
  ) {
    const habit = {
      format: 'csv',
      separator: ';',
      encoding: 'utf-8-bom',
      days: 'slashes',
      titles: 'canonical',
    } as const
    writeCsv(add(name, kind, 'rows', fault), habit, titles, rows)
  }
}
