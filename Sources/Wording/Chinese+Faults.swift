import StudioRegistry

extension Chinese {
  func fault(_ fault: JournalFault) -> String {
    let entry = fault.sequence.map { "第 \($0) 条记录" } ?? "名册文件"
    return switch fault.problem {
    case .altered: "\(entry)的内容与其摘要不符：已被改动"
    case .missing: "\(entry)不存在：已被抽走"
    case .reordered(let other): "\(entry)本身完整，但应接在第 \(other) 条之后：次序已被改动"
    case .detached: "\(entry)本身完整，但与前一条接不上：前一条已被替换"
    case .cut(let end): "\(entry)不存在，而检查点记到第 \(end) 条：末尾的记录已被截去"
    case .differsFromCheckpoint: "\(entry)与检查点所记的不同：日志已被重写"
    case .unknownKind(let kind, let version):
      "\(entry)的种类“\(kind)”（版本 \(version)）本程序不认识：请用更新的程序读取"
    case .undecodable: "\(entry)的内容与其种类不符，无法读取：不是本程序所写，或已损坏"
    case .unreadableLine: "\(entry)：导出文件的这一行不是记录，文件已被改动或损坏"
    case .recomputed: "\(entry)：重新计算的结果与所存的不同"
    case .commitment(let person): "\(entry)：人员 \(person) 的个人信息与日志中的承诺值不符：已被从外部改动"
    case .lostValues(let person): "\(entry)：人员 \(person) 的个人信息不见了，而日志中没有删除的记录"
    case .lostFile: "\(entry)所指的扫描件已不在文件中：已被移除"
    case .alteredFile(let digest): "\(entry)：所存文件 \(digest) 的内容与存入时不同"
    case .schema(let name): "\(entry)：文件中的“\(name)”与本程序所建的不同：已被从外部改动"
    case .file(let report): "\(entry)：文件已损坏，SQLite 自检报告：\(report)"
    }
  }

  func store(_ fault: StoreFault, file: String) -> String {
    switch fault {
    case .conflict: "“\(file)”刚被他人写入；请查看最新内容后重试"
    case .missing: "没有文件“\(file)”；请核对文件名，或建立名册\(hint("studio init"))"
    case .exists: "文件“\(file)”已存在，未作改动；请另取文件名"
    case .notARegister: "“\(file)”不是名册；请核对所指定的文件\(hint("--database"))"
    case .newerVersion: "“\(file)”由更新版本的程序建立；请使用该版本"
    case .truncated: "“\(file)”不完整，可能是复制中断所致；请重新复制，或用备份恢复"
    case .damaged: "“\(file)”已损坏；请保留原件，并用备份恢复\(hint("studio restore"))"
    case .readOnly: "“\(file)”是只读的；请取得该文件及其文件夹的写入权限"
    case .locked: "“\(file)”正被其他程序占用；请关闭该程序后重试"
    case .full: "“\(file)”所在的磁盘已满；请腾出空间后重试"
    case .unwritable: "“\(file)”无法写入；请核对其文件夹和写入权限"
    }
  }
}
