import { DEPARTMENTS } from '#app/shared/departments'
import { isRna } from '#app/shared/rna'
import { isSiret } from '#app/shared/siret'
import type { CellProblem } from '#app/network/directory/cell_problem'
import type { KnownAssociations } from '#app/network/directory/known_associations'
import type { NewAssociation } from '#app/network/new_association'

const EMAIL = /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/

/** Everything that forbids recording the association, column by column; empty when nothing does. */
export function associationProblems(
  association: NewAssociation,
  known: KnownAssociations
): CellProblem[] {
  return [
    ...textProblems(association),
    ...registryProblems(association, known),
    ...departmentProblems(association.departments),
    ...placeProblems(association),
  ]
}

function textProblems({ code, name, email }: NewAssociation): CellProblem[] {
  const problems: CellProblem[] = []
  if (code === '') {
    problems.push(
      problem('code', '', 'Le code manque.', 'Donnez à l’association un code court et stable.')
    )
  }
  if (name === '') {
    problems.push(problem('nom', '', 'Le nom manque.', 'Donnez le nom déclaré de l’association.'))
  }
  if (email !== null && !EMAIL.test(email)) {
    problems.push(
      problem(
        'email',
        email,
        'Ce courriel n’en est pas un.',
        'Écrivez-le sous la forme nom@domaine.fr.'
      )
    )
  }
  return problems
}

function registryProblems(
  { code, siret, rna }: NewAssociation,
  known: KnownAssociations
): CellProblem[] {
  const problems: CellProblem[] = []
  if (siret !== null) {
    const holder = known.bySiret.get(siret)
    if (!isSiret(siret)) {
      problems.push(
        problem(
          'siret',
          siret,
          'Ce SIRET n’existe pas\u00a0: sa clé de contrôle est fausse.',
          'Recopiez ses 14 chiffres de l’avis de situation de l’INSEE.'
        )
      )
    } else if (holder !== undefined && holder !== code) {
      problems.push(taken('siret', siret, 'SIRET', holder))
    }
  }
  if (rna !== null) {
    const holder = known.byRna.get(rna)
    if (!isRna(rna)) {
      problems.push(
        problem(
          'rna',
          rna,
          'Ce numéro RNA n’en est pas un.',
          'Écrivez W et neuf chiffres, ou laissez vide si la préfecture n’en donne pas.'
        )
      )
    } else if (holder !== undefined && holder !== code) {
      problems.push(taken('rna', rna, 'RNA', holder))
    }
  }
  return problems
}

function departmentProblems(departments: readonly string[]): CellProblem[] {
  const remedy = 'Donnez les codes séparés par des virgules\u00a0: 01, 2A, 974…'
  if (departments.length === 0) {
    return [problem('departements', '', 'Aucun département n’est indiqué.', remedy)]
  }
  return departments
    .filter((code) => !DEPARTMENTS.has(code))
    .map((code) =>
      problem('departements', code, `Le département «\u00a0${code}\u00a0» n’existe pas.`, remedy)
    )
}

function placeProblems({ town, postcode, country }: NewAssociation): CellProblem[] {
  const problems: CellProblem[] = []
  if (town === '') {
    problems.push(problem('commune', '', 'La commune manque.', 'Donnez celle du siège.'))
  }
  if (!/^[A-Z]{2}$/.test(country)) {
    problems.push(
      problem(
        'pays',
        country,
        'Ce pays n’est pas un code de deux lettres.',
        'Écrivez FR pour la France.'
      )
    )
  }
  if (country === 'FR' && postcode !== null && !/^\d{5}$/.test(postcode)) {
    problems.push(
      problem(
        'code_postal',
        postcode,
        'Ce code postal n’a pas cinq chiffres.',
        'Gardez le zéro de tête\u00a0: 01000.'
      )
    )
  }
  return problems
}

function taken(column: string, value: string, name: string, holder: string): CellProblem {
  return problem(
    column,
    value,
    `Ce ${name} est déjà celui de l’association ${holder}.`,
    'Vérifiez le code de l’association, ou corrigez le numéro.'
  )
}

function problem(column: string, value: string, message: string, remedy: string): CellProblem {
  return { column, value, message, remedy }
}
