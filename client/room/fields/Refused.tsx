/** Why the last press was not taken, beside the button that was pressed. */
export function Refused({ says }: { says: string | undefined }) {
  return says ? (
    <div role="alert">
      <p className="field-error">{says}</p>
    </div>
  ) : null;
}
