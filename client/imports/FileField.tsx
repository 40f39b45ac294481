import { Field, type FieldWords } from '../ui/fields/Field.js';

export interface FileFieldProps extends FieldWords {
  accept: string;
  multiple?: boolean | undefined;
  onChoose: (files: File[]) => void;
}

/** Files from this device. The browser draws the button and says what was chosen. */
export function FileField({ accept, multiple, onChoose, ...words }: FileFieldProps) {
  return (
    <Field {...words}>
      {(links) => (
        <input
          {...links}
          type="file"
          className="field import-file"
          accept={accept}
          multiple={multiple}
          onChange={(event) => onChoose([...(event.target.files ?? [])])}
        />
      )}
    </Field>
  );
}
