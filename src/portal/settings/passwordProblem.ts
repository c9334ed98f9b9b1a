/** Whether an error is about the current password, and so stands at its field. */
export function isPasswordProblem(error: null | string): boolean {
  return error === 'passwordWrong' || error === 'passwordLocked' || error === 'signInAgain'
}
