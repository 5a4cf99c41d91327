# Completes imagedb in bash. Written by: imagedb completion bash

# Answers with what compgen finds for these arguments and the letters that are typed.
_imagedb_find() {
  local found
  while IFS= read -r found; do
    COMPREPLY+=("$found")
  done < <(compgen "$@")
}

_imagedb_words() {
  _imagedb_find -W "$1" -- "$word"
}

# Several words, with commas between them.
_imagedb_joined() {
  _imagedb_find -P "${word%"${word##*,}"}" -W "$1" -- "${word##*,}"
}

_imagedb_files() {
  compopt -o filenames 2>/dev/null
  _imagedb_find -f -- "$word"
}

_imagedb_folders() {
  compopt -o filenames 2>/dev/null
  _imagedb_find -d -- "$word"
}

_imagedb() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' i
  # Readline takes --option=value for three words.
  if [[ $word == = ]]; then
    word=
  elif [[ $before == = ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case $command/${COMP_WORDS[i]} in
      /index | /search | /list | /show | /shell | /serve | /label | /duplicates | /remove | /status | /check | /backup | /models | models/info | models/list | models/pull | models/remove | models/verify | /eval | /encode | /config | /doctor | /completion | /man | /help)
        command=${command:+$command/}${COMP_WORDS[i]} ;;
    esac
  done
  case $command/$before in
    /--color | index/--color | search/--color | list/--color | show/--color | shell/--color | serve/--color | label/--color | duplicates/--color | remove/--color | status/--color | check/--color | backup/--color | models/--color | models/info/--color | models/list/--color | models/pull/--color | models/remove/--color | models/verify/--color | eval/--color | encode/--color | config/--color | doctor/--color | completion/--color | man/--color | help/--color)
      _imagedb_words 'auto always never'
      return ;;
    /--progress | index/--progress | search/--progress | list/--progress | show/--progress | shell/--progress | serve/--progress | label/--progress | duplicates/--progress | remove/--progress | status/--progress | check/--progress | backup/--progress | models/--progress | models/info/--progress | models/list/--progress | models/pull/--progress | models/remove/--progress | models/verify/--progress | eval/--progress | encode/--progress | config/--progress | doctor/--progress | completion/--progress | man/--progress | help/--progress)
      _imagedb_words 'auto bar plain none'
      return ;;
    index/--db | search/--under | search/--db | list/--db | show/--db | shell/--db | serve/--db | label/--db | duplicates/--db | remove/--db | status/--db | check/--db | backup/--db | eval/--db | encode/--db | config/--db | doctor/--db)
      _imagedb_folders
      return ;;
    index/--wait | index/--include | index/--exclude | index/--max-megapixels | index/--workers | index/--timeout | search/--prompt | search/--not-prompt | search/--text | search/--where | search/--after | search/--before | search/--on | search/--near | search/--box | search/--camera | search/--lens | search/--ext | search/--min-width | search/--min-height | search/--rating | search/--offset | search/--page | search/--min-score | search/-k | search/--limit | search/--max-megapixels | list/-k | list/--limit | serve/--port | serve/--token | label/--top | label/--min-probability | label/--template | label/--wait | duplicates/--min-cosine | remove/--wait | check/--wait | eval/--sample | encode/--prompt | encode/--max-megapixels)
      return ;;
    index/--model | search/--model | encode/--model)
      _imagedb_words 'builtin vit-b-32 vit-b-16 vit-l-14 vit-h-14 siglip2 mobileclip2 openai'
      _imagedb_folders
      return ;;
    index/--precision | search/--precision | encode/--precision)
      _imagedb_words 'auto fp32 bf16 int8'
      return ;;
    index/--resize-mode | search/--resize-mode | encode/--resize-mode)
      _imagedb_words 'model pad'
      return ;;
    index/--decode | search/--decode | encode/--decode)
      _imagedb_words 'fast full'
      return ;;
    search/--image | search/--like | search/--not-image | search/--queries | search/--gallery | search/--sheet | list/--gallery | list/--sheet | label/--labels | eval/--labels | eval/--judgements | eval/--topics | eval/--run | eval/--run-qrels | encode/--image)
      _imagedb_files
      return ;;
    search/--mode)
      _imagedb_words 'auto hybrid fts vector'
      return ;;
    search/--sort)
      _imagedb_words 'score taken mtime size path rating'
      return ;;
    search/--fuse)
      _imagedb_words 'rrf sum filter'
      return ;;
    search/--facet)
      _imagedb_joined 'camera year lens folder place ext keywords labels rating'
      return ;;
    search/--preview | list/--preview)
      _imagedb_words 'kitty iterm sixel blocks'
      return ;;
    search/--sheet-background | list/--sheet-background)
      _imagedb_words 'white black'
      return ;;
    serve/--host)
      _imagedb_words 'builtin vit-b-32 vit-b-16 vit-l-14 vit-h-14 siglip2 mobileclip2 openai'
      return ;;
  esac
  case $command/$word in
    help/-*)
      _imagedb_words '-h --help -V --version --color --progress --no-config --debug' ;;
    man/-*)
      _imagedb_words '-h --help -V --version --color --progress --no-config --debug' ;;
    completion/-*)
      _imagedb_words '-h --help -V --version --color --progress --no-config --debug' ;;
    completion/*)
      _imagedb_words 'bash zsh fish' ;;
    doctor/-*)
      _imagedb_words '--deep --json --db -h --help -V --version --color --progress --no-config --debug' ;;
    config/-*)
      _imagedb_words '--path --json --db -h --help -V --version --color --progress --no-config --debug' ;;
    encode/-*)
      _imagedb_words '--image --prompt --json --model --precision --resize-mode --decode --max-megapixels --allow-private --db -h --help -V --version --color --progress --no-config --debug' ;;
    eval/-*)
      _imagedb_words '--labels --judgements --topics --recall --sample --run --run-qrels --json --db -h --help -V --version --color --progress --no-config --debug' ;;
    eval/*)
      _imagedb_files ;;
    models/verify/-*)
      _imagedb_words '-h --help -V --version --json --color --progress --no-config --debug' ;;
    models/verify/*)
      _imagedb_words 'builtin vit-b-32 vit-b-16 vit-l-14 vit-h-14 siglip2 mobileclip2 openai'
      _imagedb_folders ;;
    models/remove/-*)
      _imagedb_words '-h --help -V --version --json --color --progress --no-config --debug' ;;
    models/remove/*)
      _imagedb_words 'builtin vit-b-32 vit-b-16 vit-l-14 vit-h-14 siglip2 mobileclip2 openai' ;;
    models/pull/-*)
      _imagedb_words '-h --help -V --version --json --color --progress --no-config --debug' ;;
    models/pull/*)
      _imagedb_words 'builtin vit-b-32 vit-b-16 vit-l-14 vit-h-14 siglip2 mobileclip2 openai' ;;
    models/list/-*)
      _imagedb_words '-h --help -V --version --known --json --color --progress --no-config --debug' ;;
    models/info/-*)
      _imagedb_words '-h --help -V --version --json --color --progress --no-config --debug' ;;
    models/info/*)
      _imagedb_words 'builtin vit-b-32 vit-b-16 vit-l-14 vit-h-14 siglip2 mobileclip2 openai'
      _imagedb_folders ;;
    models/-*)
      _imagedb_words '--known --json -h --help -V --version --color --progress --no-config --debug' ;;
    models/*)
      _imagedb_words 'info list pull remove verify' ;;
    backup/-*)
      _imagedb_words '-q --quiet --db -h --help -V --version --color --progress --no-config --debug' ;;
    backup/*)
      _imagedb_folders ;;
    check/-*)
      _imagedb_words '--deep --repair --json --db --wait -h --help -V --version --color --progress --no-config --debug' ;;
    status/-*)
      _imagedb_words '--skipped --json --db -h --help -V --version --color --progress --no-config --debug' ;;
    remove/-*)
      _imagedb_words '-q --quiet --db --wait -h --help -V --version --color --progress --no-config --debug' ;;
    remove/*)
      _imagedb_files ;;
    duplicates/-*)
      _imagedb_words '--exact-only --min-cosine -q --quiet --json --paths -0 --print0 --paths0 --db -h --help -V --version --color --progress --no-config --debug' ;;
    duplicates/*)
      _imagedb_folders ;;
    label/-*)
      _imagedb_words '--labels --clear --top --min-probability --template --write --json --jsonl --csv --paths -0 --print0 --db --wait -h --help -V --version --color --progress --no-config --debug' ;;
    label/*)
      _imagedb_files ;;
    serve/-*)
      _imagedb_words '--host --port --token --open --db -h --help -V --version --color --progress --no-config --debug' ;;
    shell/-*)
      _imagedb_words '--db -h --help -V --version --color --progress --no-config --debug' ;;
    show/-*)
      _imagedb_words '--json --db -h --help -V --version --color --progress --no-config --debug' ;;
    show/*)
      _imagedb_files ;;
    list/-*)
      _imagedb_words '-k --limit --json --jsonl --csv --paths -0 --print0 --preview --gallery --sheet --sheet-background --open --db -h --help -V --version --color --progress --no-config --debug' ;;
    list/*)
      _imagedb_files ;;
    search/-*)
      _imagedb_words '--image --prompt --like --not-image --not-prompt --text --mode --queries --landscape --portrait --square --where --after --before --on --near --box --camera --lens --ext --under --min-width --min-height --rating --offset --page --relevant --min-score -k --limit --sort --reverse --fuse --exact --explain --facet --count --json --jsonl --csv --paths -0 --print0 --preview --gallery --sheet --sheet-background --open --db --model --precision --resize-mode --decode --max-megapixels --allow-private -h --help -V --version --color --progress --no-config --debug' ;;
    search/*)
      _imagedb_files ;;
    index/-*)
      _imagedb_words '--db --wait --model --precision --resize-mode --force --include --exclude --hidden --follow-links --no-prune --decode --max-megapixels --workers --timeout --json -q --quiet -h --help -V --version --color --progress --no-config --debug' ;;
    index/*)
      _imagedb_files ;;
    /-*)
      _imagedb_words '--color --progress --no-config --debug -h --help -V --version' ;;
    /*)
      _imagedb_words 'index search list show shell serve label duplicates remove status check backup models eval encode config doctor completion man help' ;;
  esac
}

complete -F _imagedb imagedb
