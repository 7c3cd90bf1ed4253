import { isObject } from '../../../nodes/contract/json.ts';
import { useForm } from '../FormContext.tsx';
import type { FieldProps } from '../field-props.ts';
import { ObjectFields } from '../ObjectFields.tsx';
import { MediaDrop } from '../parts/MediaDrop.tsx';
import { MediaPreview } from '../parts/MediaPreview.tsx';
import { Optional } from './GroupField.tsx';

/** A picture, video, audio or document: uploaded here, or linked to where it is. */
export function MediaField(props: FieldProps) {
  const { schema, path, value } = props;
  const { set, isReadOnly } = useForm();
  if (schema.type !== 'object') return null;
  const link = isObject(value) && typeof value['link'] === 'string' ? value['link'] : '';
  const kind = isObject(value) && typeof value['kind'] === 'string' ? value['kind'] : '';
  return (
    <Optional {...props}>
      {link !== '' && <MediaPreview link={link} kind={kind} />}
      {!isReadOnly && (
        <MediaDrop
          isReplacing={link !== ''}
          take={(media) =>
            set(
              path,
              {
                ...(isObject(value) ? value : {}),
                kind: media.kind,
                link: media.url,
                ...(media.kind === 'document' && { filename: media.name }),
              },
              'deed',
            )
          }
        />
      )}
      {isObject(value) && (
        <ObjectFields
          schema={schema}
          path={path}
          value={value}
          without={kind === 'document' || value['filename'] !== undefined ? [] : ['filename']}
        />
      )}
    </Optional>
  );
}
