import Journal
import StudioRegistry

extension CaseMatter {
  /// `README.md`, in both languages whichever is asked for: what is in each file, and how to check it with standard tools.
  func readme() throws -> [CaseFile] {
    let whole = concerning.count { $0.excerpt == nil }
    let head = entries.last.map { "\($0.sequence) \($0.digest)" } ?? ""
    let text = """
      # \(studio.code)

      \(Self.chinese)

      - 日志末条（序号与摘要）：`\(head)`
      - 与本工作室有关的记录：\(concerning.count) 条，其中完整 \(whole) 条，摘录 \(concerning.count - whole) 条\
      \(hasNames ? "" : "\n- 本卷不含人员姓名")

      ## English

      \(Self.english)

      - The journal's last entry, number and digest: `\(head)`
      - Entries that concern the studio: \(concerning.count), of which \(whole) are whole and \(concerning.count - whole) excerpts\
      \(hasNames ? "" : "\n- Persons' names were left out of this file")

      ## verify.py

      \(Self.script)
      """
    return [CaseFile("README.md", Array((text + "\n").utf8))]
  }

  private static let chinese = """
    本文件夹汇集一个技能大师工作室的全部材料，不用本程序也能阅读和核对。表格为 UTF-8 编码的 CSV，首行是列名。

    | 文件 | 内容 |
    |---|---|
    | `rules/` | 建立名册时、历次修订时和各次考核评估所依据的规则全文（JSON）；`index.csv` 列明文件号、日期和摘要，`interpretations.csv` 为解释 |
    | `studio.csv`、`studio.json`、`standings.csv` | 工作室基本情况，状态的变化 |
    | `evidence.csv` | 佐证材料：内容、录入人、核实或退回的人和日期、理由 |
    | `sheets.csv` | 各次考核评估中每位评委的评分，含退回、更换、回避后不再计入的；录入和签名的记录号 |
    | `derivations/` | 每一版结果的计算过程（`考核编号-版本`），文字和 JSON |
    | `classified.csv` | 涉密成果的代号和线下核定加分（第十七条）；内容不在本系统内 |
    | `approvals.csv` | 有关的报批事项：理由、报批人、批准人、文件号和扫描件摘要 |
    | `notices.csv`、`service.csv`、`objections.csv`、`awards.csv` | 公示，送达和期限，异议和答复，补贴（单位：分）；含申报的公示和异议、取消程序的送达 |
    | `applications.csv`、`findings.csv` | 申报的经过；逐项条件审查结论 |
    | `cancellations.csv` | 取消程序的每一步：事由、事实、证据、陈述申辩、决定、救济、送达、复议和诉讼、恢复 |
    | `funds.csv` | 专门台账，逐笔（单位：分） |
    | `plans.csv`、`apprentices.csv`、`care.csv` | 年度计划，学徒，责任书、铭牌、工作证、负责人、成员、档案、报告 |
    | `history.csv` | 有关的全部记录，逐条以中英文说明，不论属于哪一条款；标明“仅列本工作室部分”的，份数等也只计本工作室 |
    | `journal.jsonl` | 日志摘录，每行一条记录 |
    | `chain.csv`、`head.txt` | 日志全部记录的序号、摘要和前一条的摘要；末条 |
    | `persons.csv` | 编号对应的人员：姓名取自附表的现值，已删除的为空 |
    | `files/` | 保存的文件（扫描件），以其 SHA-256 命名，原扩展名未记录 |
    | `SHA256SUMS` | 以上每个文件的摘要 |

    核对方法：

    1. 文件未被改动：`sha256sum -c SHA256SUMS`（macOS：`shasum -a 256 -c SHA256SUMS`）。
    2. 记录属于日志：每条记录的摘要是其余各字段逐行相接（`sequence`、`at`、`actor`、`behalf`、`channel`、`kind`、`version`、
       `algorithm`、`previous`、`payload`，末行后无换行）的 SHA-256；`previous` 是前一条的摘要。把下面的 `verify.py` 存到本文件夹，运行
       `python3 verify.py`，即逐条核对。
    3. 末条与他处保存的检查点一致：比较 `head.txt`。
    4. 含有其他工作室内容的记录只给出摘录（`excerpt`），不给 `payload`：其摘要在链中，原文由名册保管单位出示后可用同样的方法核对。
    """

  private static let english = """
    This folder has everything about one skill-master studio, to be read and checked without the program that wrote it. Tables are
    CSV in UTF-8; the first line names the columns.

    | file | what is in it |
    |---|---|
    | `rules/` | the full text of the rules at the founding, of each adoption, and of each round (JSON); `index.csv` has document, date and digest, `interpretations.csv` how articles are read |
    | `studio.csv`, `studio.json`, `standings.csv` | its particulars, and where it stood from when on |
    | `evidence.csv` | each row of evidence: what it says, who entered it, who verified or rejected it, when and why |
    | `sheets.csv` | every judge's marks in every round, with those that were set aside (returned, replaced, recused), and the entries that entered and signed them |
    | `derivations/` | how each version of each outcome follows (`round-version`), in words and as JSON |
    | `classified.csv` | tokens and points certified off the system for classified achievements (Art. 17); what they were stands nowhere |
    | `approvals.csv` | the proposals: reason, proposer, approvers, signed papers with the digests of their scans |
    | `notices.csv`, `service.csv`, `objections.csv`, `awards.csv` | public notices; service and terms; objections and answers; money, in fen; those of applications and proceedings among them |
    | `applications.csv`, `findings.csv` | how it was applied for; what was found of each condition |
    | `cancellations.csv` | each step of proceedings to cancel: ground, facts, proof, statement, decision, remedies, service, appeals, restoration |
    | `funds.csv` | the separate ledger, entry by entry, in fen |
    | `plans.csv`, `apprentices.csv`, `care.csv` | yearly plans; apprentices; agreement, plaques, cards, officers, members, archive, reports |
    | `history.csv` | every entry that concerns the studio in words, in both languages, whichever part of the law it belongs to; what is said to be “of this studio alone” counts it alone, too |
    | `journal.jsonl` | the extract of the journal, an entry on each line |
    | `chain.csv`, `head.txt` | number, digest and previous digest of all entries of the journal; its last one |
    | `persons.csv` | who stands behind the ids: names as the vault has them now, blank where they were erased |
    | `files/` | stored files (scans), named by their SHA-256; their extensions are not known |
    | `SHA256SUMS` | the digest of every file above |

    How to check it:

    1. No file was changed: `sha256sum -c SHA256SUMS` (macOS: `shasum -a 256 -c SHA256SUMS`).
    2. The entries belong to the journal: an entry's digest is the SHA-256 of its other fields, one on each line (`sequence`, `at`,
       `actor`, `behalf`, `channel`, `kind`, `version`, `algorithm`, `previous`, `payload`; no line end behind the last), and
       `previous` is the digest of the entry before. Save `verify.py` below in this folder and run `python3 verify.py`.
    3. The end is the one that was written down elsewhere: compare `head.txt` with a checkpoint.
    4. Of an entry that names other studios, too, there is an `excerpt` in place of the `payload`: its digest stands in the chain, and
       whoever keeps the register can show the whole, which is then checked in the same way. An entry `round-opened` is whole: of
       other studios it has ids alone.
    """

  private static let script = """
    ```python
    import csv, hashlib, json, os
    chain, before = {}, "0" * 64
    for row in csv.DictReader(open("chain.csv", encoding="utf-8")):
        assert int(row["sequence"]) == len(chain) + 1 and row["previous"] == before, "chain broken at " + row["sequence"]
        chain[int(row["sequence"])] = before = row["digest"]
    assert open("head.txt").read().split() == [str(len(chain)), before], "head.txt is another end"
    whole = cut = 0
    fields = "sequence at actor behalf channel kind version algorithm previous payload".split()
    for line in open("journal.jsonl", encoding="utf-8"):
        e = json.loads(line)
        assert e["digest"] == chain[e["sequence"]], f"entry {e['sequence']} is not of this chain"
        assert e["previous"] == chain.get(e["sequence"] - 1, "0" * 64), f"entry {e['sequence']} follows on another"
        if "payload" not in e:
            cut += 1
            continue
        text = "\\n".join(str(e[field]) for field in fields)
        assert hashlib.sha256(text.encode()).hexdigest() == e["digest"], f"entry {e['sequence']} was altered"
        whole += 1
    for name in os.listdir("files") if os.path.isdir("files") else []:
        assert hashlib.sha256(open("files/" + name, "rb").read()).hexdigest() + ".bin" == name, name + " was altered"
    print(len(chain), "entries in the chain,", whole, "of the extract checked whole,", cut, "by their places in the chain")
    ```
    """
}
