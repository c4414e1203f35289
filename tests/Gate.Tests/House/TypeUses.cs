using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Gate.Tests.House;

/// <summary>One type that uses another, by the namespaces of their outermost types. Constants do not show: the compiler copies
/// them.</summary>
/// <param name="User">The full name of the outermost type that uses.</param>
/// <param name="UserNamespace">Its namespace.</param>
/// <param name="Used">The full name of the outermost type that is used.</param>
/// <param name="UsedNamespace">Its namespace.</param>
internal sealed record TypeUse(string User, string UserNamespace, string Used, string UsedNamespace);

/// <summary>Reads which types of an assembly use which: in base types, fields, signatures, constraints, attributes and the bodies of
/// methods, so that neither a local variable nor a static call escapes.</summary>
internal sealed class TypeUses
{
    private static readonly Dictionary<ushort, OpCode> opCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (ushort)code.Value);

    private readonly MetadataReader reader;
    private readonly PEReader file;
    private readonly NameCollector names;

    private TypeUses(PEReader file)
    {
        (this.file, reader) = (file, file.GetMetadataReader());
        names = new NameCollector(reader);
    }

    /// <summary>The uses in the assembly of a file.</summary>
    public static TypeUse[] Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        return [.. new TypeUses(file).All().Distinct()];
    }

    private IEnumerable<TypeUse> All()
    {
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions)
        {
            (string space, string user) = names.Outermost(handle);
            names.Found.Clear();
            Read(reader.GetTypeDefinition(handle));
            foreach ((string usedSpace, string used) in names.Found)
                if (used != user) yield return new TypeUse(user, space, used, usedSpace);
        }
    }

    private void Read(TypeDefinition type)
    {
        names.Add(type.BaseType);
        foreach (InterfaceImplementationHandle handle in type.GetInterfaceImplementations())
            names.Add(reader.GetInterfaceImplementation(handle).Interface);
        foreach (FieldDefinitionHandle handle in type.GetFields()) reader.GetFieldDefinition(handle).DecodeSignature(names, null);
        Constraints(type.GetGenericParameters());
        Attributes(type.GetCustomAttributes());
        foreach (MethodDefinitionHandle handle in type.GetMethods())
        {
            MethodDefinition method = reader.GetMethodDefinition(handle);
            method.DecodeSignature(names, null);
            Constraints(method.GetGenericParameters());
            Attributes(method.GetCustomAttributes());
            if (method.RelativeVirtualAddress != 0) Body(file.GetMethodBody(method.RelativeVirtualAddress));
        }
    }

    private void Constraints(GenericParameterHandleCollection parameters)
    {
        foreach (GenericParameterHandle parameter in parameters)
            foreach (GenericParameterConstraintHandle handle in reader.GetGenericParameter(parameter).GetConstraints())
                names.Add(reader.GetGenericParameterConstraint(handle).Type);
    }

    private void Attributes(CustomAttributeHandleCollection attributes)
    {
        foreach (CustomAttributeHandle handle in attributes) Token(reader.GetCustomAttribute(handle).Constructor);
    }

    private void Body(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil) reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(names, null);
        foreach (ExceptionRegion region in body.ExceptionRegions.Where(region => !region.CatchType.IsNil)) names.Add(region.CatchType);
        BlobReader code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            ushort value = code.ReadByte();
            if (value == 0xFE) value = (ushort)(0xFE00 | code.ReadByte());
            OperandType operand = opCodes[value].OperandType;
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
                Token(MetadataTokens.EntityHandle(code.ReadInt32()));
            else Skip(ref code, operand);
        }
    }

    private static void Skip(ref BlobReader code, OperandType operand)
    {
        int size = operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 * code.ReadInt32(),
            _ => 4,
        };
        code.Offset += size;
    }

    private void Token(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                names.Add(reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                names.Add(reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                Member(reader.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification method = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                method.DecodeSignature(names, null);
                Token(method.Method);
                break;
            default:
                names.Add(handle);
                break;
        }
    }

    private void Member(MemberReference member)
    {
        if (member.Parent.Kind == HandleKind.MethodDefinition) Token(member.Parent);
        else names.Add(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Field) member.DecodeFieldSignature(names, null);
        else member.DecodeMethodSignature(names, null);
    }

    /// <summary>Collects the outermost type of every type that a signature names.</summary>
    private sealed class NameCollector(MetadataReader reader) : ISignatureTypeProvider<bool, object?>
    {
        public HashSet<(string Namespace, string Name)> Found { get; } = [];

        public void Add(EntityHandle handle)
        {
            if (handle.IsNil) return;
            if (handle.Kind == HandleKind.TypeDefinition) Found.Add(Outermost((TypeDefinitionHandle)handle));
            else if (handle.Kind == HandleKind.TypeReference) Found.Add(Outermost((TypeReferenceHandle)handle));
            else if (handle.Kind == HandleKind.TypeSpecification)
                reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
        }

        public (string Namespace, string Name) Outermost(TypeDefinitionHandle handle)
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            return type.GetDeclaringType() is { IsNil: false } outer ? Outermost(outer) : Name(type.Namespace, type.Name);
        }

        private (string Namespace, string Name) Outermost(TypeReferenceHandle handle)
        {
            TypeReference type = reader.GetTypeReference(handle);
            return type.ResolutionScope is { Kind: HandleKind.TypeReference } outer
                ? Outermost((TypeReferenceHandle)outer) : Name(type.Namespace, type.Name);
        }

        private (string, string) Name(StringHandle space, StringHandle name) =>
            (reader.GetString(space), $"{reader.GetString(space)}.{reader.GetString(name)}");

        public bool GetTypeFromDefinition(MetadataReader own, TypeDefinitionHandle handle, byte rawTypeKind) =>
            Found.Add(Outermost(handle));

        public bool GetTypeFromReference(MetadataReader own, TypeReferenceHandle handle, byte rawTypeKind) => Found.Add(Outermost(handle));

        public bool GetTypeFromSpecification(MetadataReader own, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
            own.GetTypeSpecification(handle).DecodeSignature(this, context);

        public bool GetArrayType(bool elementType, ArrayShape shape) => true;

        public bool GetByReferenceType(bool elementType) => true;

        public bool GetFunctionPointerType(MethodSignature<bool> signature) => true;

        public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => true;

        public bool GetGenericMethodParameter(object? context, int index) => true;

        public bool GetGenericTypeParameter(object? context, int index) => true;

        public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => true;

        public bool GetPinnedType(bool elementType) => true;

        public bool GetPointerType(bool elementType) => true;

        public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => true;

        public bool GetSZArrayType(bool elementType) => true;
    }
}
