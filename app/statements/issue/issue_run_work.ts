import { issueRun } from '#app/statements/issue/issue_run'
import Run from '#app/settlement/run'
import { plural } from '#app/shared/french_format'
import { isRefused } from '#app/shared/result'
import type { WorkKind } from '#app/shared/works/works'

/** Issues an approved run. What an interrupted issue left is taken up; what is issued already is said, not done again. */
const issueRunWork: WorkKind = {
  title: 'Émission de la campagne',
  async perform({ subjectId: runId, startedBy }, progress) {
    const run = await Run.findOrFail(runId)
    if (run.state === 'issued') return issued(runId, 'Les relevés sont émis et archivés.')
    const issue = await issueRun({ runId, actorId: startedBy, progress })
    if (isRefused(issue)) return issue
    if (issue.waiting.length > 0) return { refused: issue.waiting }
    return issued(
      runId,
      `${plural(issue.statements, 'relevé émis et archivé', 'relevés émis et archivés')}.`
    )
  },
}

function issued(runId: number, sentence: string) {
  return { sentence, href: `/campagnes/${runId}` }
}

export default issueRunWork
